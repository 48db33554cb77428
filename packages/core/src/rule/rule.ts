/** The typed table of the kinds of rule: a kind without a row does not compile. */
import { allOrNothing } from './all-or-nothing.ts'
import { award } from './award.ts'
import { bonus } from './bonus.ts'
import { deductIf } from './deduct-if.ts'
import { discretionary } from './discretionary.ts'
import { gradeBands } from './grade-bands.ts'
import { naFull } from './na-full.ts'
import type { Kind, Part, PartOf } from './part.ts'
import { perOccurrence } from './per-occurrence.ts'
import { percentage } from './percentage.ts'
import type { RuleFor } from './rule-for.ts'
import { shortfall } from './shortfall.ts'
import { tiers } from './tiers.ts'
import { veto } from './veto.ts'
import { zeroIf } from './zero-if.ts'

export type RuleOf<K extends Kind> = RuleFor<PartOf<K>>

export const rules: { readonly [K in Kind]: RuleOf<K> } = {
  award,
  all_or_nothing: allOrNothing,
  shortfall,
  per_occurrence: perOccurrence,
  deduct_if: deductIf,
  zero_if: zeroIf,
  veto,
  tiers,
  grade_bands: gradeBands,
  bonus,
  percentage,
  discretionary,
  na_full: naFull,
}

/** The row of a part's own kind. */
export const ruleOf = (part: Part): RuleFor<Part> => rules[part.kind]

/** True for a rule that takes an answer of its own, and so has a fact key. */
export const isScored = (part: Part): boolean => rules[part.kind].scored
