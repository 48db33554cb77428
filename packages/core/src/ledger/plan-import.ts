import type { Entry } from './entry.ts'
import type { ReadEntry } from './list/list.ts'
import { plainWidth } from './list/plain-width.ts'

/**
 * What becomes of one row of an old list. `add`: it is whole. `there`: the ledger holds it already, under that id.
 * `repeated`: an earlier row of the same list says the same. `ask`: a person has to say the day or the kind first.
 */
export type ImportStep =
  | { readonly kind: 'add' }
  | { readonly kind: 'there'; readonly id: string }
  | { readonly kind: 'repeated'; readonly index: number }
  | { readonly kind: 'ask'; readonly missing: readonly ('day' | 'kinds')[] }

export type ImportRow = { readonly entry: ReadEntry; readonly step: ImportStep }

export type ImportPlan = {
  /** One for each row that was read, in the list's order. */
  readonly rows: readonly ImportRow[]
  readonly counts: { readonly [K in ImportStep['kind']]: number }
  /** How many rows that would be added count as each kind, the most first. */
  readonly byKind: readonly { readonly kind: string; readonly rows: number }[]
}

/** What an import would do, before anything is done: a dry run for the preview. The same day and title is the same activity. */
export const planImport = (existing: readonly Pick<Entry, 'id' | 'happenedOn' | 'title'>[], read: readonly ReadEntry[]): ImportPlan => {
  const there = new Map(existing.map((entry) => [markOf(entry.happenedOn, entry.title), entry.id]))
  const first = new Map<string, number>()
  const rows = read.map((entry, index): ImportRow => {
    const mark = entry.happenedOn === null ? undefined : markOf(entry.happenedOn, entry.title)
    const earlier = mark === undefined ? undefined : first.get(mark)
    if (mark !== undefined && earlier === undefined) first.set(mark, index)
    return { entry, step: stepFor(entry, mark === undefined ? undefined : there.get(mark), earlier) }
  })
  const count = (kind: ImportStep['kind']): number => rows.filter(({ step }) => step.kind === kind).length
  return {
    rows,
    counts: { add: count('add'), there: count('there'), repeated: count('repeated'), ask: count('ask') },
    byKind: countKinds(rows),
  }
}

const stepFor = (entry: ReadEntry, id: string | undefined, earlier: number | undefined): ImportStep => {
  if (id !== undefined) return { kind: 'there', id }
  if (earlier !== undefined) return { kind: 'repeated', index: earlier }
  const missing = [...(entry.happenedOn === null ? (['day'] as const) : []), ...(entry.countsAs.length === 0 ? (['kinds'] as const) : [])]
  return missing.length === 0 ? { kind: 'add' } : { kind: 'ask', missing }
}

/** Blanks and marks make no other title: 支委会（扩大） and 支委会 (扩大) are one. */
const markOf = (day: string, title: string): string => `${day} ${plainWidth(title).replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()}`

const countKinds = (rows: readonly ImportRow[]): ImportPlan['byKind'] => {
  const counts = new Map<string, number>()
  for (const { entry, step } of rows) {
    if (step.kind === 'add') for (const kind of entry.countsAs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, number]) => ({ kind, rows: number })).sort((a, b) => b.rows - a.rows)
}
