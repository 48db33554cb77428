import { kindsOfMonth } from '@zicha/core'
import type { EntryKind, PastRecord } from '@zicha/core'

const most = 5
/** So many of what is due stand before what belonged to the month last year. */
const dueFirst = 2

type Known = {
  readonly kinds: readonly EntryKind[]
  readonly past: readonly PastRecord[]
  readonly lastYear: readonly PastRecord[]
  /** What is due, missing or to come, most urgent first. */
  readonly likely: readonly string[]
}

/** The five kinds that are offered before the full list, for a record of a day. */
export const offeredKinds = (chosen: string | null, day: string, { kinds, past, lastYear, likely }: Known): readonly string[] => {
  const known = new Set(kinds.map(({ name }) => name))
  const due = likely.slice(0, dueFirst)
  const ofMonth = kindsOfMonth(day, lastYear).filter((name) => known.has(name) && !due.includes(name))
  const all = [...(chosen === null ? [] : [chosen]), ...due, ...ofMonth.slice(0, 2), ...likely, ...oftenUsed(past), ...oftenUsed(lastYear), ...known]
  return [...new Set(all)].filter((name) => known.has(name) || name === chosen).slice(0, most)
}

const oftenUsed = (past: readonly PastRecord[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const entry of past) for (const kind of entry.countsAs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind)
}
