import type { Criterion, FormPart } from '../form/form.ts'
import type { UnitCondition, UnitProfile } from '../form/unit.ts'
import { isScored } from '../rule/rule.ts'

/** a, b … z, then aa, ab …: the order in which scored parts stand. */
const letterAt = (index: number): string =>
  index < 26
    ? String.fromCharCode(97 + index)
    : letterAt(Math.floor(index / 26) - 1) + String.fromCharCode(97 + (index % 26))

export type KeyedPart = { readonly key: string; readonly part: FormPart }

/** The scored parts of a criterion with their fact keys: a lone one bears the criterion's id, several id.a, id.b … */
export const keyedParts = (criterion: Criterion): readonly KeyedPart[] => {
  const scored = criterion.parts.filter(isScored)
  return scored.map((part, index) => ({
    key: scored.length === 1 ? criterion.id : `${criterion.id}.${letterAt(index)}`,
    part,
  }))
}

/** The keys under which a criterion's facts stand; `{"applicable": false}` stands under the criterion's id besides. */
export const factKeys = (criterion: Criterion): readonly string[] => keyedParts(criterion).map(({ key }) => key)

/** True where a condition on the unit holds; a figure that nobody gave counts as 0. */
export const holdsFor = (condition: UnitCondition | undefined, unit: UnitProfile): boolean =>
  condition === undefined || (unit[condition.field] ?? 0) > condition.above

/** What is asked of this unit: a part whose condition does not hold for it is not. The keys stay those of the form. */
export const askedParts = (criterion: Criterion, unit: UnitProfile): readonly KeyedPart[] =>
  keyedParts(criterion).filter(({ part }) => holdsFor(part.onlyIf, unit))

export const hasNaFull = (criterion: Criterion): boolean => criterion.parts.some((part) => part.kind === 'na_full')
