import { feedsOf, isLate } from '@zicha/core'
import type { Entry, Evidence, Form, UnitProfile } from '@zicha/core'
import type { ReceivedEvidence } from '../evidence/evidence.queries.ts'
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

/** What a row says, as its author wrote it. Without spreads: a page of records is made twenty rows at a time. */
export const contentOfRow = (row: EntryRow): EntryBody => contentWith(row, JSON.parse(row.counts_as) as string[])

const contentWith = (row: EntryRow, countsAs: string[]): EntryBody & { evidence: Evidence[] } => {
  const content: EntryBody & { evidence: Evidence[] } = {
    countsAs,
    title: row.title,
    happenedOn: row.happened_on,
    evidence: row.evidence === '[]' ? [] : (JSON.parse(row.evidence) as Evidence[]),
  }
  if (row.note !== null) content.note = row.note
  if (row.people !== null) content.people = row.people
  if (row.captured_at !== null) content.capturedAt = row.captured_at
  return content
}

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

type EntryOf = { readonly form: Form; readonly unit: UnitProfile }

/** The contract's entry: what was recorded, and what follows from it. */
export const entryAnswer = (row: EntryRow, of: EntryOf, received: ReceivedEvidence): LedgerEntry => entryAnswers(of, received)(row)

/** The same for many rows of one unit: a set of kinds is read once, since a year repeats its few sets. */
export const entryAnswers = (of: EntryOf, received: ReceivedEvidence): ((row: EntryRow) => LedgerEntry) => {
  const known = new Map<string, { readonly countsAs: string[]; readonly feeds: string[] }>()
  const readKinds = (text: string) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const countsAs = JSON.parse(text) as string[]
    const { counts, suggests } = feedsOf(of.form, countsAs, of.unit)
    const made = { countsAs, feeds: inFormOrder(of.form, [...counts, ...suggests]) }
    known.set(text, made)
    return made
  }
  return (row) => {
    const { countsAs, feeds } = readKinds(row.counts_as)
    const content = contentWith(row, countsAs)
    const hashes = evidenceHashes(content.evidence)
    const removed = hashes.filter((hash) => received.get(hash) === true)
    return Object.assign(content, {
      id: row.id,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      late: isLate(row.happened_on, dayFromInstant(row.recorded_at)),
      feeds,
      missing: hashes.filter((hash) => !received.has(hash)),
      ...(removed.length === 0 ? {} : { removed }),
      version: row.version,
    })
  }
}

const inFormOrder = (form: Form, criteria: string[]): string[] =>
  criteria.length < 2 ? criteria : form.criteria.map((criterion) => criterion.id).filter((id) => criteria.includes(id))
