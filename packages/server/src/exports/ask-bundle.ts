import { randomUUID } from 'node:crypto'
import type { Db } from '../database/database.ts'
import type { Services, Upload } from '../http/route.ts'
import { tooLarge } from '../http/upload.ts'
import { keepJobFile } from '../jobs/job-files.ts'
import type { WorkState } from './exports.contract.ts'
import { importUnfinished, storeNotEmpty } from './exports.problems.ts'
import { hasUnfinishedImport, isEmptyStore } from './exports.queries.ts'
import { viewJob } from '../jobs/view-jobs.ts'

/** Puts the zip beside the store, whatever its size; answers the name that it lies under. Raises 409, 413. */
export const receiveBundle = async ({ services, upload }: { readonly services: Services; readonly upload: Upload }, limitBytes: number): Promise<string> => {
  if (!(await isEmptyStore(services.database.reader))) throw storeNotEmpty()
  const id = randomUUID()
  await keepJobFile(services.config, id, bounded(upload.stream, limitBytes))
  return id
}

async function* bounded(pieces: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > limitBytes) throw tooLarge(limitBytes)
    yield piece
  }
}

/** Raises 409 where the store is not empty, or another import is under way. */
export const demandRoomForImport = async (db: Db): Promise<void> => {
  if (!(await isEmptyStore(db))) throw storeNotEmpty()
  if (await hasUnfinishedImport(db)) throw importUnfinished()
}

export const viewWork = async (db: Db, id: string, now: Date): Promise<WorkState> => {
  const { status, size, sha256, done, of, said } = await viewJob(db, id, now)
  return { status, size, sha256, done, of, problem: said }
}
