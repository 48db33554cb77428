import { checkDayHasCome, checkEntry, suggestTitle } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import type { EntryBody, LedgerEntry } from '../../../../api/contract.ts'
import type { Fault } from '../../../../ui/ErrorSummary.tsx'

/** A paper original: as good as an upload. */
export type ReferenceDraft = { readonly key: string; readonly reference: string; readonly place: string }
/** A file whose hash is known; its bytes may still be on the way. */
type FileDraft = { readonly key: string; readonly name: string; readonly sha256: string; readonly size: number | null }

/** What a person has filled in so far. `title` null follows kind and day; `on` null is still to be said. */
export type EntryDraft = {
  readonly id: string
  readonly kind: string | null
  readonly also: readonly string[]
  readonly on: string | null
  readonly period: string | null
  readonly title: string | null
  readonly people: string
  readonly note: string
  readonly references: readonly ReferenceDraft[]
  readonly files: readonly FileDraft[]
}

export const emptyDraft = (id: string): EntryDraft => ({
  id,
  kind: null,
  also: [],
  on: null,
  period: null,
  title: null,
  people: '',
  note: '',
  references: [],
  files: [],
})

/** A record as a draft: one that the server answered, or one that still waits on this device. */
export const draftOf = (entry: EntryBody & Pick<LedgerEntry, 'id'>): EntryDraft => {
  const evidence = entry.evidence ?? []
  return {
    id: entry.id,
    kind: entry.countsAs[0] ?? null,
    also: entry.countsAs.slice(1),
    on: entry.happenedOn,
    period: null,
    title: entry.title,
    people: entry.people === undefined ? '' : String(entry.people),
    note: entry.note ?? '',
    references: evidence.flatMap((one, index) =>
      'reference' in one ? [{ key: `stored-${index}`, reference: one.reference, place: one.place ?? '' }] : [],
    ),
    files: evidence.flatMap((one, index) =>
      'sha256' in one ? [{ key: `stored-${index}`, name: `第${index + 1}件`, sha256: one.sha256, size: null }] : [],
    ),
  }
}

export const countsAsOf = (draft: EntryDraft): readonly string[] =>
  draft.kind === null ? [] : [draft.kind, ...draft.also.filter((kind) => kind !== draft.kind)]

/** The title as it would be saved: what was typed, or what kind and day suggest. */
export const titleOf = (draft: EntryDraft, kinds: readonly EntryKind[]): string => {
  if (draft.title !== null) return draft.title
  if (draft.on === null) return `${draft.period === null || /全年|、/u.test(draft.period) ? '' : draft.period}${draft.kind ?? ''}`
  return suggestTitle(countsAsOf(draft), draft.on, kinds)
}

export const bodyOf = (draft: EntryDraft, kinds: readonly EntryKind[]): EntryBody => {
  const written = draft.references.filter((one) => one.reference.trim() !== '')
  const people = Number(draft.people)
  return {
    countsAs: [...countsAsOf(draft)],
    title: titleOf(draft, kinds).trim(),
    happenedOn: draft.on ?? '',
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    ...(draft.people.trim() === '' ? {} : { people }),
    evidence: [
      ...draft.files.map(({ sha256 }) => ({ sha256 })),
      ...written.map(({ reference, place }) => ({
        reference: reference.trim(),
        ...(place.trim() === '' ? {} : { place: place.trim() }),
      })),
    ],
  }
}

const fieldOf: Readonly<Record<string, string>> = {
  '/happenedOn': 'entry-day',
  '/countsAs': 'entry-kind',
  '/title': 'entry-title',
  '/people': 'entry-people',
}

/** Faults that can be seen before anything is sent, with the core's own sentences. */
export const faultsOf = (draft: EntryDraft, year: number, kinds: readonly EntryKind[], today: string): readonly Fault[] => {
  const body = bodyOf(draft, kinds)
  const day: readonly Fault[] = draft.on === null || draft.on === '' ? [{ field: 'entry-day', message: '还没有选哪一天。选一天，才知道计入哪个月。' }] : []
  const people: readonly Fault[] = /^\d{0,6}$/u.test(draft.people.trim())
    ? []
    : [{ field: 'entry-people', message: '人数要填0或以上的整数，不清楚可以空着。' }]
  const { countsAs, title, happenedOn } = body
  const found = checkEntry({ id: draft.id, countsAs, title, happenedOn, evidence: [] }, year, kinds)
  const inYear = found.every((finding) => finding.where !== '/happenedOn')
  return [
    ...[...found, ...(inYear ? checkDayHasCome(happenedOn, today) : [])]
      .filter((finding) => !(day.length > 0 && finding.where === '/happenedOn'))
      .map((finding) => {
        const field = fieldOf[finding.where.replace(/\/\d+$/u, '')]
        return { message: finding.message, ...(field === undefined ? {} : { field }) }
      }),
    ...day,
    ...people,
  ]
}

/** The server's pointer to a member of the body, as the field that shows it. */
export const fieldAtPointer = (pointer: string): string | undefined =>
  fieldOf[pointer.replace(/^#/u, '').replace(/\/\d+$/u, '')]
