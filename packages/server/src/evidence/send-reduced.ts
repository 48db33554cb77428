import type { Db } from '../database/database.ts'
import { DatabaseFault } from '../database/fault.ts'
import { write } from '../database/transaction.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import { readStored } from '../storage/read-stored.ts'
import { openEvidence } from './attach-evidence.ts'
import { drawPhoto } from './draw-photo.ts'
import { bytesMissing, photoRemoved } from './evidence.problems.ts'
import { findEvidenceRow, findReducedRow, upsertReducedRow } from './evidence.queries.ts'
import type { EvidenceRow } from './evidence.queries.ts'

/** A photo drawn small: once, then from the store. Raises 404; 410 where its keeping is over; 503 where the bytes are gone. */
export const sendReduced = async (services: Services, db: Db, at: R & { readonly sha256: string }): Promise<Reply<never>> => {
  const { key } = await getBeneath(db, at)
  const row = await findEvidenceRow(db, key, at.sha256)
  if (row === undefined) throw notFound()
  if (row.removed_at !== null) throw photoRemoved()
  if (row.stored_type !== 'image/jpeg') return openEvidence(db, services.storage, at)
  const known = await findReducedRow(db, key.bureau, row.stored_sha256)
  const kept = known === undefined ? undefined : await services.storage.find(known.small_sha256, known.small_size)
  const name = `${row.name.replace(/\.[a-z0-9]{1,5}$/i, '')}.jpg`
  if (known !== undefined && kept !== undefined) {
    return file({ bytes: kept, type: 'image/jpeg', name, size: known.small_size, etag: known.small_sha256 })
  }
  const small = await drawSmall(services, row)
  return file({ bytes: small.bytes, type: 'image/jpeg', name, size: small.bytes.byteLength, etag: small.sha256 })
}

/** What cannot be drawn small, or is not smaller for it, stays as it is. */
const drawSmall = async (services: Services, row: EvidenceRow): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> => {
  const bytes = await readStored(services.storage, row.stored_sha256, row.stored_size)
  if (bytes === undefined) throw bytesMissing()
  const drawn = await drawPhoto({ want: 'reduced', bytes })
  const small = drawn.ok && drawn.bytes.byteLength < bytes.byteLength ? drawn.bytes : bytes
  const { sha256, size } = await services.storage.put(small)
  try {
    await write(services.database, (trx) =>
      upsertReducedRow(trx, { bureau: row.bureau, stored_sha256: row.stored_sha256, small_sha256: sha256, small_size: size }),
    )
  } catch (error) {
    // It may be drawn again at any time: the answer is given all the same.
    if (!(error instanceof DatabaseFault)) throw error
    services.log.warn({ kind: error.kind }, 'a small photo was not noted')
  }
  return { bytes: small, sha256 }
}
