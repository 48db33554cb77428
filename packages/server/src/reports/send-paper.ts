import { Readable } from 'node:stream'
import { feedsOf, isLate } from '@zicha/core'
import { evidenceIndex, ledgerBook, nameEvidence, streamZip, writePaper } from '@zicha/documents'
import type { DocumentFace, PaperEvidence, PaperRecord, PaperSource } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { endingOf } from '../evidence/attach-evidence.ts'
import { listEvidenceRows } from '../evidence/evidence.queries.ts'
import type { EvidenceRow } from '../evidence/evidence.queries.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import type { EntryRow } from '../ledger/entries.queries.ts'
import { contentOfRow, evidenceHashes } from '../ledger/read-entry-row.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { PaperQuery } from './papers.contract.ts'
import { tooMuchForAZip } from './reports.problems.ts'

type From = Pick<Services, 'database' | 'storage'>

/** 活动记录册 or 佐证材料目录 of one unit's year, as a file. */
export const sendPaper = async (services: From, at: R, now: Date, { kind, format }: PaperQuery): Promise<Reply<never>> => {
  const { source, files } = await readConsistently(services.database, (db) => loadRecords(db, at, now))
  const paper = kind === 'ledger' ? ledgerBook(source) : evidenceIndex(source, namesOf(source, files))
  return file({
    bytes: await writePaper(paper, format),
    type: paperTypes[format],
    name: `${source.unit}_${kind === 'ledger' ? '活动记录册' : '佐证材料目录'}_${source.year}.${format}`,
  })
}

/** What a zip without 64-bit sizes can hold, with room for its directory. */
const mostBytes = 3.5 * 1024 ** 3

/** Every file that the year's records name, piece by piece as it is asked for. Raises 413 where a zip could not hold them. */
export const sendEvidenceZip = async ({ database, storage }: From, at: R, now: Date): Promise<Reply<never>> => {
  const { source, files } = await readConsistently(database, (db) => loadRecords(db, at, now))
  const named = namesOf(source, files).flatMap(({ name, sha256 }) => {
    const row = files.get(sha256)
    return row === undefined ? [] : [{ name, row }]
  })
  if (named.reduce((total, { row }) => total + row.stored_size, 0) > mostBytes) throw tooMuchForAZip()
  const zip = streamZip(
    named.map(({ name, row }) => ({ name, open: () => storage.find(row.stored_sha256, row.stored_size) })),
  )
  return file({ bytes: Readable.from(zip, { objectMode: false }), type: 'application/zip', name: `${source.unit}_佐证材料_${source.year}.zip` })
}

export const paperTypes: Readonly<Record<DocumentFace, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Files = ReadonlyMap<string, EvidenceRow>

const namesOf = ({ unit, records }: PaperSource, files: Files) =>
  nameEvidence(unit, records, (sha256) => endingOf(files.get(sha256)?.stored_type ?? ''))

const loadRecords = async (db: Db, at: R, now: Date): Promise<{ readonly source: PaperSource; readonly files: Files }> => {
  const beneath = await getBeneath(db, at)
  const rows = await listAllEntryRows(db, beneath.key)
  const hashes = rows.flatMap((row) => evidenceHashes(contentOfRow(row).evidence ?? []))
  const files = new Map((await listEvidenceRows(db, beneath.key, [...new Set(hashes)])).map((row) => [row.sha256, row]))
  return {
    source: {
      unit: beneath.unitRow.name,
      year: beneath.round.year,
      madeOn: dayFromInstant(now.toISOString()),
      items: beneath.form.items,
      records: rows.map((row) => recordOf(row, beneath, files)),
    },
    files,
  }
}

const recordOf = (row: EntryRow, { form, unit }: Beneath, files: Files): PaperRecord => {
  const { countsAs, title, happenedOn, note, people, evidence = [] } = contentOfRow(row)
  const feeds = feedsOf(form, countsAs, unit)
  const fed = new Set([...feeds.counts, ...feeds.suggests])
  return {
    id: row.id,
    title,
    happenedOn,
    kinds: countsAs,
    ...(note === undefined ? {} : { note }),
    ...(people === undefined ? {} : { people }),
    late: isLate(happenedOn, dayFromInstant(row.recorded_at)),
    items: [...new Set(form.criteria.filter((criterion) => fed.has(criterion.id)).map((criterion) => criterion.item))],
    evidence: evidence.map((one): PaperEvidence => {
      if ('sha256' in one) {
        const sent = files.get(one.sha256)
        return { kind: 'file', sha256: one.sha256, name: sent?.name ?? '照片', arrived: sent !== undefined }
      }
      return { kind: 'reference', reference: one.reference, ...(one.place === undefined ? {} : { place: one.place }) }
    }),
  }
}
