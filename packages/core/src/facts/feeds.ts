import type { Criterion, Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { holdsFor } from './fact-keys.ts'

/** What an entry does for a form: criteria that count it, and criteria that it only suggests an answer for. */
export type Feeds = { readonly counts: readonly string[]; readonly suggests: readonly string[] }

/** Entry kinds that a criterion counts by itself, for this unit. */
export const countedKinds = (criterion: Criterion, unit: UnitProfile): readonly string[] =>
  criterion.parts.filter((part) => holdsFor(part.onlyIf, unit)).flatMap((part) => part.fedBy)

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))

/** Which criteria an entry of these kinds feeds, in the form's order. */
export const feedsOf = (form: Form, countsAs: readonly string[], unit: UnitProfile): Feeds => {
  const counting = form.criteria.filter((criterion) => meet(countedKinds(criterion, unit), countsAs))
  const suggesting = form.criteria.filter(
    (criterion) => meet(criterion.suggestedBy, countsAs) && !counting.includes(criterion),
  )
  return { counts: counting.map(({ id }) => id), suggests: suggesting.map(({ id }) => id) }
}

/** True for an entry whose day lies in the year. */
export const isOfYear = (entry: Entry, year: number): boolean => entry.happenedOn.startsWith(`${year}-`)

/** The entries of a year that stand behind a criterion, counted or only suggesting, by day. */
export const entriesBehind = (
  criterion: Criterion,
  entries: readonly Entry[],
  unit: UnitProfile,
  year: number,
): readonly Entry[] => {
  const kinds = [...countedKinds(criterion, unit), ...criterion.suggestedBy]
  return entries.filter((entry) => isOfYear(entry, year) && meet(entry.countsAs, kinds)).toSorted(byDay)
}

export const byDay = (a: Entry, b: Entry): number =>
  a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
