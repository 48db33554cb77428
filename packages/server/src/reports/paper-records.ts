import { feedsOf, isLate } from '@zicha/core'
import { nameEvidence } from '@zicha/documents'
import type { PaperEvidence, PaperRecord, PaperSource } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { endingOf } from '../evidence/attach-evidence.ts'
import { listEvidenceRows } from '../evidence/evidence.queries.ts'
import type { EvidenceRow } from '../evidence/evidence.queries.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import type { EntryRow } from '../ledger/entries.queries.ts'
import { contentOfRow, evidenceHashes } from '../ledger/read-entry-row.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'

type Files = ReadonlyMap<string, EvidenceRow>
export type Loaded = { readonly source: PaperSource; readonly files: Files }

/** What each file is called in the zip and in the index. */
export const namesOf = ({ source: { unit, records }, files }: Loaded) =>
  nameEvidence(unit, records, (sha256) => endingOf(files.get(sha256)?.stored_type ?? ''))

/** A unit's year as papers tell of it, with the rows of its files. */
export const loadRecords = async (db: Db, at: R, now: Date): Promise<Loaded> => {
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
        return { kind: 'file', sha256: one.sha256, name: sent?.name ?? '照片', arrived: sent !== undefined, removed: sent !== undefined && sent.removed_at !== null }
      }
      return { kind: 'reference', reference: one.reference, ...(one.place === undefined ? {} : { place: one.place }) }
    }),
  }
}
