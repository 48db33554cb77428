import { z } from 'zod'
import { code, day } from '../http/values.contract.ts'

/** GET /rounds/{id}/held?kind=支委会&from=…&to=…: how often each unit recorded it between two days. Counts only; by unit code. */
export const heldQuery = z.strictObject({ kind: z.string().trim().min(1).max(60), from: day, to: day })
export type HeldQuery = z.infer<typeof heldQuery>
export const held = z.strictObject({
  kind: z.string(),
  from: day,
  to: day,
  /** Units that recorded it at least once. */
  units: z.int(),
  items: z.array(z.strictObject({ unit: code, name: z.string(), times: z.int() })),
})
export type HeldAnswer = z.infer<typeof held>

/** GET /rounds/{id}/held.xlsx, with the same query: the same as a sheet. Bytes. */
