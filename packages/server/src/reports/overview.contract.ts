import { z } from 'zod'
import { assessmentStage } from '../assessments/assessments.contract.ts'
import { code } from '../http/values.contract.ts'

const counts = z.strictObject({ notStarted: z.int(), ...Object.fromEntries(assessmentStage.options.map((stage) => [stage, z.int()])) } as Record<
  'notStarted' | z.infer<typeof assessmentStage>,
  z.ZodInt
>)

/** Of the units that have submitted: how many have a score at the item, and how many of them lost there. */
const loss = z.strictObject({ units: z.int(), lost: z.int() })
/** One column of an item: of all bureaus together and of each. */
const column = z.strictObject({ all: loss, byBureau: z.record(code, loss) })

/** GET /units/{code}/overview: the bureaus under a unit by code, never ranked; without a year the newest. */
export const overviewQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() })
export const overview = z.strictObject({
  year: z.int().nullable(),
  years: z.array(z.int()),
  bureaus: z.array(
    /** `under`: the office over it, where that is not the one that asks. */
    z.strictObject({ unit: code, name: z.string(), under: z.string().nullable(), rounds: z.array(z.strictObject({ id: code, form: code })), units: z.int(), counts }),
  ),
  units: z.int(),
  counts,
  /** One for each form that was filled in the year: its items in the form's own order. */
  losses: z.array(
    z.strictObject({
      form: code,
      title: z.string(),
      submitted: z.int(),
      /** Of these the units in which at least one item has a mark that stands. */
      inspected: z.int(),
      items: z.array(
        z.strictObject({ no: z.int(), section: z.string(), duty: z.string(), max: z.number(), self: column, inspection: column }),
      ),
    }),
  ),
})
export type OverviewAnswer = z.infer<typeof overview>

/** GET /units/{code}/overview/file: the same as Excel. Bytes. */
