import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services, Upload } from '../http/route.ts'
import { tooLarge } from '../http/upload.ts'
import { bundleFolder, zipOf } from './bundle-folder.ts'
import type { ExportBody, WorkState } from './exports.contract.ts'
import { exportFailed, exportGone, importUnfinished, notReady, storeNotEmpty } from './exports.problems.ts'
import { findBundle, hasUnfinishedImport, insertBundle, isEmptyStore } from './exports.queries.ts'
import type { BundleRow } from './exports.queries.ts'
import { keptMs } from './run-bundles.ts'

type Asking = { readonly db: Db; readonly person: Person; readonly now: Date }

const accepted = (id: string): Reply<{ id: string }> => ({ kind: 'json', status: 202, body: { id }, changed: true })

const queued = (asking: Asking, id: string, kind: 'export' | 'import', asked: object): BundleRow => ({
  bureau: asking.person.bureau,
  id,
  kind,
  asked: JSON.stringify(asked),
  asked_by: JSON.stringify(asking.person),
  asked_at: asking.now.toISOString(),
  status: 'queued',
  worker: null,
  beat_at: null,
  done: 0,
  total: 0,
  bundle_hash: null,
  bytes: null,
  problem: null,
  finished_at: null,
})

export const askExport = async (asking: Asking, body: ExportBody): Promise<Reply<{ id: string }>> => {
  const id = randomUUID()
  await insertBundle(asking.db, queued(asking, id, 'export', body))
  return accepted(id)
}

/** Puts the zip beside the store, whatever its size; answers the name that it lies under. Raises 413. */
export const receiveBundle = async ({ services, upload }: { readonly services: Services; readonly upload: Upload }, limitBytes: number): Promise<string> => {
  if (!(await isEmptyStore(services.database.reader))) throw storeNotEmpty()
  const id = randomUUID()
  await bundleFolder(services.config)
  let size = 0
  const watch = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      size += chunk.byteLength
      next(size > limitBytes ? tooLarge(limitBytes) : null, chunk)
    },
  })
  try {
    await pipeline(upload.stream, watch, createWriteStream(zipOf(services.config, id), { flush: true }))
  } catch (error) {
    await rm(zipOf(services.config, id), { force: true })
    throw error
  }
  return id
}

/** Raises 409 where the store is not empty, or another import is under way. */
export const askImport = async (asking: Asking, id: string): Promise<Reply<{ id: string }>> => {
  if (!(await isEmptyStore(asking.db))) throw storeNotEmpty()
  if (await hasUnfinishedImport(asking.db)) throw importUnfinished()
  await insertBundle(asking.db, queued(asking, id, 'import', {}))
  return accepted(id)
}

/** Whoever asked, and the admin, see how far it is. */
const getOwn = async (db: Db, person: Person, id: string, kind: string): Promise<BundleRow> => {
  const row = await findBundle(db, id)
  if (row === undefined || row.kind !== kind) throw notFound()
  if (person.role !== 'admin' && (JSON.parse(row.asked_by) as Person).username !== person.username) throw notFound()
  return row
}

export const viewWork = async (db: Db, person: Person, id: string, kind: 'export' | 'import'): Promise<WorkState> => {
  const row = await getOwn(db, person, id, kind)
  return { status: row.status as WorkState['status'], size: row.bytes, sha256: row.bundle_hash, done: row.done, of: row.total, problem: row.problem }
}

/** Raises 409 until it is done, 410 once it was cleared away. */
export const sendBundle = async (services: Services, person: Person, id: string, now: Date): Promise<Reply<never>> => {
  const row = await getOwn(services.database.reader, person, id, 'export')
  if (row.status === 'failed') throw exportFailed(row.problem ?? '')
  if (row.status !== 'done' || row.bytes === null || row.bundle_hash === null) throw notReady()
  if (row.finished_at !== null && now.getTime() - Date.parse(row.finished_at) > keptMs) throw exportGone()
  return file({ bytes: createReadStream(zipOf(services.config, id)), type: 'application/zip', name: `自查通导出_${row.asked_at.slice(0, 10)}.zip`, size: row.bytes, etag: row.bundle_hash })
}
