import type { Criterion, Form } from '../form/form.ts'
import type { UnitCondition, UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { holdsFor } from './fact-keys.ts'

/** What an entry does for a form: criteria that count it, and criteria that it only suggests an answer for. */
export type Feeds = { readonly counts: readonly string[]; readonly suggests: readonly string[] }

/** Entry kinds that a criterion counts by itself, for this unit. */
export const countedKinds = (criterion: Criterion, unit: UnitProfile): readonly string[] =>
  criterion.parts.filter((part) => holdsFor(part.onlyIf, unit)).flatMap((part) => part.fedBy)

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))

/** Where in a form each kind is named: read once a form, since lists of entries ask for every one of them. */
type Naming = {
  readonly counting: ReadonlyMap<string, readonly Mention[]>
  readonly suggesting: ReadonlyMap<string, readonly Mention[]>
}
type Mention = { readonly at: number; readonly onlyIf: UnitCondition | undefined }

const namings = new WeakMap<Form, Naming>()

const namingOf = (form: Form): Naming => {
  const known = namings.get(form)
  if (known !== undefined) return known
  const counting = new Map<string, Mention[]>()
  const suggesting = new Map<string, Mention[]>()
  const mention = (kinds: Map<string, Mention[]>, kind: string, one: Mention): void => {
    const all = kinds.get(kind)
    if (all === undefined) kinds.set(kind, [one])
    else all.push(one)
  }
  form.criteria.forEach((criterion, at) => {
    for (const { fedBy, onlyIf } of criterion.parts) for (const kind of fedBy) mention(counting, kind, { at, onlyIf })
    for (const kind of criterion.suggestedBy) mention(suggesting, kind, { at, onlyIf: undefined })
  })
  const made = { counting, suggesting }
  namings.set(form, made)
  return made
}

const placesOf = (naming: Naming['counting'], countsAs: readonly string[], unit: UnitProfile): Set<number> => {
  const places = new Set<number>()
  for (const kind of countsAs) {
    for (const { at, onlyIf } of naming.get(kind) ?? []) if (holdsFor(onlyIf, unit)) places.add(at)
  }
  return places
}

const byNumber = (a: number, b: number): number => a - b

/** Which criteria an entry of these kinds feeds, in the form's order. */
export const feedsOf = (form: Form, countsAs: readonly string[], unit: UnitProfile): Feeds => {
  const { counting, suggesting } = namingOf(form)
  const counted = placesOf(counting, countsAs, unit)
  const suggested = [...placesOf(suggesting, countsAs, unit)].filter((at) => !counted.has(at))
  const idsAt = (places: readonly number[]): string[] => places.toSorted(byNumber).map((at) => form.criteria[at]?.id ?? '')
  return { counts: idsAt([...counted]), suggests: idsAt(suggested) }
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
