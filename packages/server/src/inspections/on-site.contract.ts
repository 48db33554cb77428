import { z } from 'zod'
import { instant, sha256, username, uuid } from '../http/values.contract.ts'

/** PUT R/inspections/{username}/items/{no}/photos/{sha256}: bytes of a photograph that an inspector took of an original. */
export const sitePhoto = z.strictObject({
  inspector: username,
  no: z.int(),
  sha256,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  stored: z.strictObject({ sha256, size: z.int(), type: z.string() }),
  at: instant,
})
export type SitePhoto = z.infer<typeof sitePhoto>

/** PUT R/inspections/{username}/items/{no}/seen/{uuid}: 已看原件 of one record. DELETE takes it back. */
export const seenBody = z.strictObject({})
export const seenOriginal = z.strictObject({ inspector: username, no: z.int(), entry: uuid, at: instant })
export type SeenOriginal = z.infer<typeof seenOriginal>

/** GET R/inspection/evidence: what lies behind the round's records, so that it can be taken along. */
export const inspectionEvidence = z.strictObject({
  items: z.array(z.strictObject({ sha256, name: z.string(), type: z.string(), size: z.int() })),
})
export type InspectionEvidence = z.infer<typeof inspectionEvidence>
