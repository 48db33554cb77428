import { z } from 'zod'
import { code, day, listOf, username, version } from '../http/values.contract.ts'

/** PUT, GET /rounds/{id}: one form, one year, the units asked and who inspects each. */
export const roundBody = z.strictObject({
  form: code,
  year: z.int().min(2000).max(2100),
  opensOn: day,
  dueOn: day,
  listNumber: z.string().trim().max(80).optional(),
  /** Until when photos and files are kept; the bureau's own promise, shown to everybody who gives one. */
  keepEvidenceUntil: day.optional(),
  units: z.array(code).max(5000),
  inspectors: z.record(code, z.array(username).max(20)),
})
export type RoundBody = z.infer<typeof roundBody>
export const round = roundBody.extend({
  id: code,
  title: z.string(),
  /** Set where the notice was shorter than a month (教师厅〔2025〕2号). */
  warnings: z.array(z.string()),
  version,
})
export type Round = z.infer<typeof round>
export const roundList = listOf(round)
