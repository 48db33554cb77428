import { z } from 'zod'
import { assessmentStage } from '../assessments/assessments.contract.ts'
import { code } from '../http/values.contract.ts'

/**
 * Of the units that have submitted: `units` have a score at the item, `lost` of them lost, `points` in all. Those who did
 * not answer it, or a part of it and lost nothing by the rest (or whom nobody inspected yet), and those to whom it does not
 * apply are counted apart and lost nothing.
 */
const count = z.strictObject({ units: z.int(), lost: z.int(), points: z.number(), unanswered: z.int(), notApplicable: z.int() })

const item = z.strictObject({
  no: z.int(),
  /** A short name; the official wording is `duty`. */
  name: z.string(),
  section: z.int(),
  duty: z.string(),
  max: z.number(),
  self: count,
  inspection: count,
})

/** GET /rounds/{id}/losses: every item in the form's order; no unit is named and none is ranked. */
export const losses = z.strictObject({
  year: z.int(),
  form: code,
  asked: z.int(),
  submitted: z.int(),
  /** Units in which at least one item has a mark that stands. */
  inspected: z.int(),
  sections: z.array(z.strictObject({ no: z.int(), name: z.string() })),
  items: z.array(item),
})
export type LossesAnswer = z.infer<typeof losses>

/** `open`: points of what nobody answered. Without a score the unit left the item open, or nobody inspected it yet. */
const standing = z.strictObject({
  status: z.enum(['scored', 'unanswered', 'not_applicable']),
  score: z.number().nullable(),
  lost: z.number(),
  open: z.number(),
})

/** GET /rounds/{id}/losses/{no}: one item in every unit that has submitted, by unit code. */
export const itemLosses = z.strictObject({
  year: z.int(),
  item: item.extend({ clause: z.string(), sectionName: z.string() }),
  /** The items beside it in the form. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  units: z.array(z.strictObject({ unit: code, name: z.string(), stage: assessmentStage, self: standing, inspection: standing })),
})
export type ItemLossesAnswer = z.infer<typeof itemLosses>
