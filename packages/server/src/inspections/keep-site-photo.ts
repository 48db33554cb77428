import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { bytesMissing, photoRemoved } from '../evidence/evidence.problems.ts'
import { keepEvidence, readEvidence } from '../evidence/keep-evidence.ts'
import type { KeptFile } from '../evidence/keep-evidence.ts'
import { forbidden, notFound } from '../http/problem.ts'
import { created, file, nothing, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Upload } from '../http/route.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import type { Storage } from '../storage/storage.ts'
import { photoOnly } from './inspections.problems.ts'
import type { SitePhoto } from './on-site.contract.ts'
import { deleteSitePhotoRow, findSitePhotoRow, insertSitePhotoRow } from './on-site.queries.ts'
import type { SitePhotoRow } from './on-site.queries.ts'
import { writeOnSite } from './write-on-site.ts'

export type AtPhoto = R & { readonly username: string; readonly no: number; readonly sha256: string }

/** Puts the bytes of a photograph on the disk, drawn anew without place and device; the row comes after. */
export const keepSitePhoto = async (person: Person, storage: Storage, upload: Upload, at: AtPhoto): Promise<KeptFile> => {
  if (at.username !== person.username) throw forbidden('现场照片各记各的，不能替别人传。没有改动。')
  const bytes = await readEvidence(upload, at.sha256)
  const kept = await keepEvidence(storage, { sha256: at.sha256, name: upload.name, bytes })
  if (kept.stored.type !== 'image/jpeg') throw photoOnly()
  return kept
}

/** Writes the row of a photograph whose bytes lie on the disk. The same photograph again answers what was kept first. */
export const attachSitePhoto = (writing: Writing, at: AtPhoto, kept: KeptFile): Promise<Reply<SitePhoto>> =>
  writeOnSite(writing, at, async ({ key }) => {
    const present = await findSitePhotoRow(writing.db, key, { item: at.no, inspector: at.username }, at.sha256)
    if (present !== undefined && present.removed_at !== null) throw photoRemoved()
    if (present !== undefined) return unchanged(photoAnswer(present))
    const row: SitePhotoRow = {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      item: at.no,
      inspector: at.username,
      sha256: kept.sha256,
      name: kept.name,
      type: kept.type,
      size: kept.size,
      stored_sha256: kept.stored.sha256,
      stored_size: kept.stored.size,
      stored_type: kept.stored.type,
      at: writing.now.toISOString(),
      removed_at: null,
      removed_by: null,
    }
    await insertSitePhotoRow(writing.db, row)
    return created(photoAnswer(row))
  })

/** Takes back an own photograph. Raises 404 where there is none. */
export const removeSitePhoto = (writing: Writing, at: AtPhoto): Promise<Reply<never>> =>
  writeOnSite(writing, at, async ({ key }) => {
    const row = await findSitePhotoRow(writing.db, key, { item: at.no, inspector: at.username }, at.sha256)
    if (row === undefined) throw notFound()
    // Its row is what is left of it: hash, name and day stay.
    if (row.removed_at !== null) throw photoRemoved()
    await deleteSitePhotoRow(writing.db, row)
    return nothing()
  })

export const openSitePhoto = async (db: Db, storage: Storage, at: AtPhoto): Promise<Reply<never>> => {
  const { key } = await getBeneath(db, at)
  const row = await findSitePhotoRow(db, key, { item: at.no, inspector: at.username }, at.sha256)
  if (row === undefined) throw notFound()
  if (row.removed_at !== null) throw photoRemoved()
  const bytes = await storage.find(row.stored_sha256, row.stored_size)
  if (bytes === undefined) throw bytesMissing()
  const name = `${row.name.replace(/\.[a-z0-9]{1,5}$/i, '')}.jpg`
  return file({ bytes, type: row.stored_type, name, size: row.stored_size, etag: row.stored_sha256 })
}

const photoAnswer = (row: SitePhotoRow): SitePhoto => ({
  inspector: row.inspector,
  no: row.item,
  sha256: row.sha256,
  name: row.name,
  type: row.type,
  size: row.size,
  stored: { sha256: row.stored_sha256, size: row.stored_size, type: row.stored_type },
  at: row.at,
})
