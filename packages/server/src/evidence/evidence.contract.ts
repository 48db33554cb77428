import { z } from 'zod'
import { sha256 } from '../http/values.contract.ts'

/** PUT R/evidence/{sha256}: bytes; photos are stored without location, re-encoded, so `stored` may differ. */
export const evidenceFile = z.strictObject({
  sha256,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  stored: z.strictObject({ sha256, size: z.int(), type: z.string() }),
})
export type EvidenceFile = z.infer<typeof evidenceFile>
