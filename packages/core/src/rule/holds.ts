/** What deduct-if, zero-if and veto have in common: something is lost where a condition holds. */
import { zero, type Points } from '../points.ts'
import { checkYesNo } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { answersTo, askHolds, sayHolds, sayHoldsNot } from './say-condition.ts'

type Holds = { readonly condition: string }

export type HoldsWords<P> = {
  readonly name: string
  readonly meaning: string
  readonly reach: RuleFor<P>['reach']
  lost(part: P, place: Place): Points
  /** 扣2分 · 本条不得分 */
  effect(part: P, place: Place): string
  /** What is said where the condition does not hold: 不扣分, or nothing. */
  readonly spared: string
}

export const ruleForHolds = <P extends Holds>(words: HoldsWords<P>): RuleFor<P> => ({
  name: words.name,
  meaning: words.meaning,
  scored: true,
  reach: words.reach,
  deducts: () => words.reach === 'criterion',
  asks: () => 'holds',
  question: (part) => askHolds(part.condition),
  terms: (part, place) => `有则${words.effect(part, place)}`,
  choices: (part, place, asked) => {
    const labels = answersTo(asked)
    return [
      { answer: false, label: labels.no, effect: words.spared },
      { answer: true, label: labels.yes, effect: words.effect(part, place) },
    ]
  },
  maximum: (part, place) => words.lost(part, place),
  check: (_part, value) => checkYesNo(value),
  loss: (part, place) => {
    const lost = words.lost(part, place)
    return (value) => (value === true ? lost : value === false ? zero : undefined)
  },
  because: (part, value, _year, place) =>
    value === true
      ? `${sayHolds(part.condition)}，${words.effect(part, place)}`
      : `${sayHoldsNot(part.condition)}，${words.spared}`,
  subject: (part) => part.condition,
})
