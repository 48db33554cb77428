import { z } from 'zod'
import { instant, sha256, uuid } from '../http/values.contract.ts'

export const jobStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'expired'])

/** GET /jobs/{id}: long work of one's own or of a colleague in the same post; progress can be left and come back to. */
export const job = z.strictObject({
  id: uuid,
  kind: z.string(),
  /** What was asked: {round}, {unit}, {all}. */
  what: z.record(z.string(), z.unknown()),
  status: jobStatus,
  done: z.int(),
  /** 0: not counted yet. */
  of: z.int(),
  /** Why it failed, or what its file leaves out. */
  said: z.string().nullable(),
  size: z.int().nullable(),
  sha256: sha256.nullable(),
  name: z.string().nullable(),
  madeAt: instant,
  madeBy: z.string(),
  finishedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  /** False: something was written since it was asked for. */
  upToDate: z.boolean(),
})
export type Job = z.infer<typeof job>

/** POST of anything that takes long → 202. */
export const jobName = z.strictObject({ id: uuid })

/** GET /jobs?round=: the last ones of one's own and of colleagues, newest first. */
export const jobsQuery = z.strictObject({ round: z.string().max(64).optional() })
export const jobList = z.strictObject({ items: z.array(job) })
