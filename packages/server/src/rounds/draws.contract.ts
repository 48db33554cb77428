import { z } from 'zod'
import { code, instant, uuid, version } from '../http/values.contract.ts'

export const drawStrata = z.enum(['none', 'stage', 'ownership'])
export type DrawStrata = z.infer<typeof drawStrata>

/** PUT /rounds/{id}/draws/{uuid}: a draw from all units of the round. Once made it stays: another one gets another name. */
export const drawBody = z.strictObject({
  seed: z.string().trim().min(1).max(100),
  count: z.int().min(1).max(5000),
  strata: drawStrata,
})
export type DrawBody = z.infer<typeof drawBody>
export const draw = drawBody.extend({
  id: uuid,
  /** The how-manieth draw of the round, from 1. */
  no: z.int(),
  /** By stratum, then by digest: SHA-256 of seed, newline, code. */
  units: z.array(
    z.strictObject({ code, name: z.string(), stratum: z.string(), digest: z.string(), place: z.int(), drawn: z.boolean() }),
  ),
  madeAt: instant,
  madeBy: z.string(),
  version,
})
export type DrawAnswer = z.infer<typeof draw>
export const drawList = z.strictObject({ items: z.array(draw) })

/** GET /rounds/{id}/draws/{uuid}/record: 抽签记录, to be signed by hand. Bytes. */
export const drawRecordQuery = z.strictObject({ format: z.enum(['docx', 'pdf', 'xlsx']) })
