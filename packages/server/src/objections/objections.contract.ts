import { z } from 'zod'
import { code, day, instant, sentence, sha256, username, uuid, version } from '../http/values.contract.ts'
import { evidenceOf } from '../ledger/ledger.contract.ts'

/** PUT R/objections/{uuid}: the secretary does not agree with one mark of the signed sheet. */
export const objectionBody = z.strictObject({
  no: z.int().min(1).max(999),
  reason: sentence,
  evidence: z.array(evidenceOf).max(20).optional(),
})
export type ObjectionBody = z.infer<typeof objectionBody>

/** PUT R/objections/{uuid}/decision: agreed in whole or in part with the mark that stands from now on, or refused. */
export const decisionBody = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('upheld'), score: z.number(), reason: sentence }),
  z.strictObject({ outcome: z.literal('partly'), score: z.number(), reason: sentence }),
  z.strictObject({ outcome: z.literal('refused'), reason: sentence }),
])
export type DecisionBody = z.infer<typeof decisionBody>

export const objection = z.strictObject({
  id: uuid,
  unit: code,
  unitName: z.string(),
  no: z.int(),
  duty: z.string(),
  max: z.number(),
  selfScore: z.number(),
  /** The mark objected to. */
  score: z.number(),
  reason: z.string(),
  evidence: z.array(evidenceOf),
  by: username,
  byName: z.string(),
  at: instant,
  decision: z
    .strictObject({
      outcome: z.enum(['upheld', 'partly', 'refused']),
      /** The mark that stands since. */
      score: z.number(),
      reason: z.string(),
      by: username,
      byName: z.string(),
      at: instant,
      /** The sheet sealed by the decision; null where no mark changed. */
      sheet: sha256.nullable(),
    })
    .nullable(),
  version,
})
export type Objection = z.infer<typeof objection>

/** GET R/objections. `until` is the last day to object: null while the sheet is not signed. */
export const objectionList = z.strictObject({ items: z.array(objection), until: day.nullable(), open: z.boolean() })
export type ObjectionList = z.infer<typeof objectionList>
/** GET /rounds/{round}/objections: of all its units, those still to be decided first. */
export const roundObjections = z.strictObject({ items: z.array(objection) })
