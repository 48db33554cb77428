import { z } from 'zod'
import { code, day, instant, sentence, username, uuid, version } from '../http/values.contract.ts'
import { evidenceOf } from '../ledger/ledger.contract.ts'

/** PUT R/rectifications/{uuid}: a problem to be put right. Without a day the round's days for a report count from today. */
export const rectificationBody = z.strictObject({
  no: z.int().min(1).max(999).optional(),
  problem: sentence,
  dueOn: day.optional(),
})
export type RectificationBody = z.infer<typeof rectificationBody>

const longText = z.string().trim().min(1).max(2000)
const evidenceList = z.array(evidenceOf).max(20)
/** PUT R/rectifications/{uuid}/steps/{no}: the next step, under the number that follows the last one. */
export const rectificationStepBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan'), text: longText }),
  z.strictObject({ kind: z.literal('approve') }),
  z.strictObject({ kind: z.literal('report'), text: longText, before: evidenceList.optional(), after: evidenceList.optional() }),
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('return'), text: sentence }),
])
export type RectificationStepBody = z.infer<typeof rectificationStepBody>

const step = z.strictObject({
  no: z.int(),
  kind: z.enum(['plan', 'approve', 'report', 'accept', 'return']),
  text: z.string(),
  before: z.array(evidenceOf),
  after: z.array(evidenceOf),
  by: username,
  byName: z.string(),
  at: instant,
})

export const rectification = z.strictObject({
  id: uuid,
  unit: code,
  unitName: z.string(),
  no: z.int().nullable(),
  duty: z.string().nullable(),
  problem: z.string(),
  /** The last day for the report. */
  dueOn: day,
  /** The last day for the review; null while there is nothing to review. */
  reviewBy: day.nullable(),
  state: z.enum(['open', 'planned', 'approved', 'reported', 'returned', 'accepted']),
  openedBy: username,
  openedByName: z.string(),
  openedAt: instant,
  steps: z.array(step),
  version,
})
export type Rectification = z.infer<typeof rectification>
/** GET R/rectifications, GET /rounds/{round}/rectifications: what is still open first. */
export const rectificationList = z.strictObject({ items: z.array(rectification) })
export type RectificationList = z.infer<typeof rectificationList>
