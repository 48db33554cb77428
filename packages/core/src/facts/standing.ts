import type { Criterion, Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { EntryKind } from '../ledger/entry-kind.ts'
import type { FactValue } from '../rule/answer.ts'
import { isInapplicable } from '../rule/answer.ts'
import { hasNaFull, keyedParts } from './fact-keys.ts'
import { countedKinds } from './feeds.ts'

/** Questions about how a unit is set up: the answer of last year is mostly that of this one. */
const setUp: ReadonlySet<string> = new Set(['party_organization', 'party_groups', 'no_retired_organization', 'no_stage'])

const stands = ({ proposal, suggestedBy }: Criterion, kinds: readonly EntryKind[]): boolean =>
  (proposal !== undefined && setUp.has(proposal.by)) ||
  kinds.some((kind) => kind.standing === true && suggestedBy.includes(kind.name))

/**
 * Keys of a form whose answers usually hold from year to year: how the unit is set up, whether its standing documents are
 * there, what does not apply to it. Counts and levels of a year are never among them.
 */
export const standingKeys = (form: Form, kinds: readonly EntryKind[]): readonly { readonly key: string; readonly criterion: Criterion }[] =>
  form.criteria.flatMap((criterion) => {
    const asked = stands(criterion, kinds)
      ? keyedParts(criterion).flatMap(({ key, part }) => (part.kind === 'award' || part.kind === 'all_or_nothing' ? [key] : []))
      : []
    return [...new Set([...asked, ...(hasNaFull(criterion) ? [criterion.id] : [])])].map((key) => ({ key, criterion }))
  })

/** An answer that says that something is there, or does not apply: only such a one is asked about again as still true. */
export const usuallyHolds = (value: FactValue | undefined): boolean =>
  value === true || isInapplicable(value)

/** Of an entry's kinds, those that stand and that this form counts nowhere: carrying them over scores nothing by itself. */
export const standingKindsOf = (
  form: Form,
  unit: UnitProfile,
  countsAs: readonly string[],
  kinds: readonly EntryKind[],
): readonly string[] => {
  const counted = new Set(form.criteria.flatMap((criterion) => countedKinds(criterion, unit)))
  return countsAs.filter((name) => !counted.has(name) && kinds.some((kind) => kind.name === name && kind.standing === true))
}
