import { z } from 'zod'
import { code, sha256, uuid } from '../http/values.contract.ts'
import { jobStatus } from '../jobs/jobs.contract.ts'

/** POST /exports: everything, one round, or one unit. */
export const exportBody = z.union([z.strictObject({ all: z.literal(true) }), z.strictObject({ round: code }), z.strictObject({ unit: code })])
export type ExportBody = z.infer<typeof exportBody>

/** GET /exports/{id}, GET /imports/{id}: `size` and `sha256` once it is done. */
export const workState = z.strictObject({
  status: jobStatus,
  size: z.int().nullable(),
  sha256: sha256.nullable(),
  /** Files written or taken over so far, of so many. */
  done: z.int(),
  of: z.int(),
  /** Why it failed, for people. */
  problem: z.string().nullable(),
})
export type WorkState = z.infer<typeof workState>

/** manifest.json of the zip. */
export const manifest = z.object({
  format: z.literal('zicha-export-1'),
  program: z.string(),
  schema: z.int(),
  scope: exportBody,
  run: z.object({ id: uuid, at: z.string() }),
  files: z.array(z.object({ path: z.string(), sha256, size: z.int().min(0) })),
})
export type Manifest = z.infer<typeof manifest>
