import type { Call } from '../http/route.ts'
import type { Permission } from '../access/permissions.ts'
import { afterCommit } from '../database/transaction.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy } from '../rounds/beneath.ts'
import { keepUntilOf } from '../rounds/keep-until.ts'
import { listNamingColumns, listNeeded } from '../storage/named-bytes.queries.ts'
import { photosStillKept } from './evidence.problems.ts'
import { getPhotosRound, isKeepingOver, photosOfRound, sitePhotosOfRound } from './kept-photos.ts'
import type { PhotosOf } from './kept-photos.ts'
import type { PhotoRemoval } from './kept-photos.contract.ts'
import { forgetReduced, markRemoved } from './kept-photos.queries.ts'
import { markSiteRemoved } from './kept-site-photos.queries.ts'

/** A write holds everybody up: so many photos at once. */
const atOnce = 200
/** Bytes that were kept again just now belong to an upload whose row is still to come. */
const freshMs = 3_600_000

type Removing = Pick<Call<Permission, unknown, unknown, unknown, unknown>, 'db' | 'person' | 'now' | 'services'>

/**
 * Deletes photos whose keeping is over: their rows say so, and the bytes go after the commit, unless another row needs
 * them. What is not gone then (a process that died, a store out of reach) is found by the daily sweep. Raises 409 before
 * the day.
 */
export const removePhotos = async ({ db, person, now, services }: Removing, of: PhotosOf): Promise<Reply<PhotoRemoval>> => {
  const { round, units } = await getPhotosRound(db, of)
  if (!isKeepingOver(round, now)) throw photosStillKept(keepUntilOf(round))
  const by = { at: now.toISOString(), username: person.username }
  const bytes = new Set<string>()
  let removed = 0
  let left = 0
  for (const unit of units) {
    const { present } = await photosOfRound(db, round, unit, now)
    const part = present.slice(0, atOnce - removed)
    removed += part.length
    const onSite = (await sitePhotosOfRound(db, round, unit)).present
    const sitePart = onSite.slice(0, atOnce - removed)
    removed += sitePart.length
    left += present.length - part.length + onSite.length - sitePart.length
    if (part.length > 0) await markRemoved(db, { bureau: round.bureau, unit }, part.map(({ sha256 }) => sha256), by)
    for (const photo of sitePart) await markSiteRemoved(db, { bureau: round.bureau, round: round.id, unit }, photo, by)
    for (const row of [...part, ...sitePart]) bytes.add(row.stored_sha256)
  }
  if (removed === 0) return unchanged({ removed, left })
  const columns = await listNamingColumns(db)
  const stillShown = await listNeeded(db, columns, [...bytes])
  const small = await forgetReduced(db, round.bureau, [...bytes].filter((sha256) => !stillShown.has(sha256)))
  for (const sha256 of small) bytes.add(sha256)
  const needed = await listNeeded(db, columns, [...bytes])
  const keptBefore = new Date(now.getTime() - freshMs)
  for (const sha256 of bytes) {
    if (needed.has(sha256)) continue
    afterCommit(db, async () => {
      await services.storage.remove(sha256, keptBefore)
    })
  }
  return auditedBy(round.bureau, ok({ removed, left }))
}
