import { z } from 'zod'
import { code, day } from '../http/values.contract.ts'

/**
 * GET /rounds/{id}/kept-photos and R/kept-photos: photos of a round and how long they are kept, those that inspectors took
 * of originals among them. `open`: the day is past, they may be deleted.
 */
export const keptPhotos = z.strictObject({
  keepUntil: day,
  open: z.boolean(),
  /** Photos whose bytes are there and which no other round keeps. */
  photos: z.int(),
  /** Of these, the ones that inspectors took at a school. */
  onSite: z.int(),
  bytes: z.int(),
  /** Photos whose bytes were deleted before. */
  removed: z.int(),
  units: z.array(z.strictObject({ unit: code, photos: z.int(), onSite: z.int(), bytes: z.int(), removed: z.int() })),
})
export type KeptPhotos = z.infer<typeof keptPhotos>

/** POST …/kept-photos/removal: some hundred at a time; again until `left` is 0. Hash, name and audit row stay. */
export const photoRemoval = z.strictObject({ removed: z.int(), left: z.int() })
export type PhotoRemoval = z.infer<typeof photoRemoval>
