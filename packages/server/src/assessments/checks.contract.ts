import { z } from 'zod'
import { instant, name, username } from '../http/values.contract.ts'
import { factValue } from './assessments.contract.ts'

const who = { by: username, byName: z.string(), at: instant }

/** GET R/checks: which duties a person has checked; `undone` where an answer or a mark under one changed afterwards. */
export const sectionChecks = z.strictObject({
  sections: z.array(
    z.strictObject({ section: z.int(), ...who, undone: z.strictObject({ ...who, criterion: z.string() }).optional() }),
  ),
})
/** PUT R/checks/{no}: 已核对, or no more. */
export const sectionCheckBody = z.strictObject({ checked: z.boolean() })

/** GET R/mark-changes: how marks came to be, newest first. Null: taken back. `givenBy`: whose it was, where `by` sent what another left. */
const change = { ...who, givenBy: name.exactOptional(), criterion: z.string() }

export const markChangesQuery = z.strictObject({
  item: z.coerce.number().int().min(1).max(999).optional(),
  since: z.iso.datetime().optional(),
})
export const markChanges = z.strictObject({
  items: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('answer'), ...change, key: z.string(), value: factValue.nullable() }),
      z.strictObject({ kind: z.literal('mark'), ...change, score: z.number().nullable(), reason: z.string().nullable() }),
    ]),
  ),
})

export type SectionChecks = z.infer<typeof sectionChecks>
export type MarkChanges = z.infer<typeof markChanges>
