import { feedsOf, isLate } from '@zicha/core'
import type { Entry, Evidence, Form, UnitProfile } from '@zicha/core'
import type { EntryColumns, EntryRow } from './entries.queries.ts'
import type { EntryBody, LedgerEntry } from './ledger.contract.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'

/** An entry as the core reckons with it. The columns hold what the schemas let in. */
export const entryOf = (row: EntryRow): Entry => ({
  id: row.id,
  countsAs: JSON.parse(row.counts_as) as string[],
  title: row.title,
  happenedOn: row.happened_on,
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.people === null ? {} : { people: row.people }),
  evidence: JSON.parse(row.evidence) as Evidence[],
})

/** What the caller gave, with nothing left open, for telling equal content. */
export const contentOf = (body: EntryBody): EntryBody => ({
  countsAs: body.countsAs,
  title: body.title,
  happenedOn: body.happenedOn,
  ...(body.note === undefined || body.note === '' ? {} : { note: body.note }),
  ...(body.people === undefined ? {} : { people: body.people }),
  evidence: (body.evidence ?? []).map((one) =>
    'sha256' in one || (one.place !== undefined && one.place !== '') ? one : { reference: one.reference },
  ),
  ...(body.capturedAt === undefined ? {} : { capturedAt: body.capturedAt }),
})

/** What a row says, as its author wrote it. */
export const contentOfRow = (row: EntryRow): EntryBody => contentOfEntry(entryOf(row), row)

const contentOfEntry = (entry: Entry, row: EntryRow): EntryBody => ({
  countsAs: [...entry.countsAs],
  title: entry.title,
  happenedOn: entry.happenedOn,
  ...(entry.note === undefined ? {} : { note: entry.note }),
  ...(entry.people === undefined ? {} : { people: entry.people }),
  evidence: [...entry.evidence],
  ...(row.captured_at === null ? {} : { capturedAt: row.captured_at }),
})

export const columnsOf = (content: EntryBody): EntryColumns => ({
  counts_as: JSON.stringify(content.countsAs),
  title: content.title,
  happened_on: content.happenedOn,
  note: content.note ?? null,
  people: content.people ?? null,
  evidence: JSON.stringify(content.evidence ?? []),
  captured_at: content.capturedAt ?? null,
})

export const evidenceHashes = (evidence: readonly ({ readonly sha256: string } | { readonly reference: string })[]): string[] =>
  evidence.flatMap((one) => ('sha256' in one ? [one.sha256] : []))

/** The contract's entry: what was recorded, and what follows from it. */
export const entryAnswer = (
  row: EntryRow,
  of: { readonly form: Form; readonly unit: UnitProfile },
  received: ReadonlySet<string>,
): LedgerEntry => {
  const entry = entryOf(row)
  const feeds = feedsOf(of.form, entry.countsAs, of.unit)
  return {
    id: row.id,
    ...contentOfEntry(entry, row),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    late: isLate(row.happened_on, dayFromInstant(row.recorded_at)),
    feeds: inFormOrder(of.form, [...feeds.counts, ...feeds.suggests]),
    missing: evidenceHashes(entry.evidence).filter((hash) => !received.has(hash)),
    version: row.version,
  }
}

const inFormOrder = (form: Form, criteria: string[]): string[] =>
  criteria.length < 2 ? criteria : form.criteria.map((criterion) => criterion.id).filter((id) => criteria.includes(id))
