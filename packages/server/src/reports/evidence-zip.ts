import { Readable } from 'node:stream'
import { streamZip } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import type { EvidenceRow } from '../evidence/evidence.queries.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import type { R } from '../rounds/beneath.ts'
import { loadRecords, namesOf } from './paper-records.ts'
import type { Loaded } from './paper-records.ts'
import type { EvidenceSizes } from './papers.contract.ts'
import { tooMuchForAZip, tooMuchOfAnItem } from './reports.problems.ts'

/** What a zip without 64-bit sizes can hold, with room for its directory. */
const mostBytes = 3.5 * 1024 ** 3

/**
 * Every file that the year's records name, or those of one item, piece by piece as it is asked for. Raises 413 where a zip
 * could not hold them.
 */
export const sendEvidenceZip = async (services: Pick<Services, 'database' | 'storage'>, at: R, now: Date, item?: number): Promise<Reply<never>> => {
  const { database, storage } = services
  const records = await readConsistently(database, (db) => loadRecords(db, at, now))
  const files = storedFiles(records).filter((one) => item === undefined || one.item === item)
  if (bytesOf(files) > mostBytes) throw item === undefined ? tooMuchForAZip() : tooMuchOfAnItem()
  const zip = streamZip(files.map(({ name, row }) => ({ name, open: () => storage.find(row.stored_sha256, row.stored_size) })))
  const { unit, year } = records.source
  const part = item === undefined ? '' : item === 0 ? '_未计入' : `_第${item}条`
  return file({ bytes: Readable.from(zip, { objectMode: false }), type: 'application/zip', name: `${unit}_佐证材料${part}_${year}.zip` })
}

/** What the zip would hold, so that a page can offer it whole or item by item. */
export const evidenceSizesOf = async (db: Db, at: R, now: Date): Promise<EvidenceSizes> => {
  const records = await loadRecords(db, at, now)
  const files = storedFiles(records)
  const items = [...records.source.items.map(({ no, duty }) => ({ item: no, duty })), { item: 0, duty: '没有计入条目的' }]
  return {
    files: files.length,
    bytes: bytesOf(files),
    fits: bytesOf(files) <= mostBytes,
    items: items.flatMap(({ item, duty }) => {
      const ofItem = files.filter((one) => one.item === item)
      return ofItem.length === 0 ? [] : [{ item, duty, files: ofItem.length, bytes: bytesOf(ofItem) }]
    }),
  }
}

type StoredFile = { readonly name: string; readonly item: number; readonly row: EvidenceRow }

/** Those whose bytes are there, each with the first item of its record, by which it is named. */
const storedFiles = (records: Loaded): readonly StoredFile[] => {
  const items = new Map(records.source.records.map((record) => [record.id, record.items[0] ?? 0]))
  return namesOf(records).flatMap(({ name, sha256, record }) => {
    const row = records.files.get(sha256)
    return row === undefined || row.removed_at !== null ? [] : [{ name, item: items.get(record) ?? 0, row }]
  })
}

const bytesOf = (files: readonly StoredFile[]): number => files.reduce((total, { row }) => total + row.stored_size, 0)
