import type { BureauCalendar } from '../calendar.ts'
import type { Points } from '../points.ts'
import type { AnswerFault, Asks, FactValue } from './answer.ts'

/** What a rule knows of the place it stands in. */
export type Place = {
  /** The points of its criterion: no rule gives or takes more. */
  readonly whole: Points
  readonly calendar: BureauCalendar
  /** True where it is the criterion's only scored rule, so that a sentence need not say which is meant. */
  readonly alone: boolean
}

/** What a person may answer in one tap, and what it means in points: 有 → 得1分. */
export type Choice = { readonly answer: FactValue; readonly label: string; readonly effect: string }

/**
 * Everything that one kind of rule knows: what it asks, its maximum, its exact mark and the sentence that goes with it.
 * A loss is what the answer takes from the criterion's points: less than 0 for a bonus, undefined for no answer.
 */
export type RuleFor<P> = {
  /** What the kind is called in Chinese, for people who build a form. */
  readonly name: string
  /** What the kind means, in English, for the reference of the kinds. */
  readonly meaning: string
  /** False only for a rule that lifts the others and takes no answer of its own. */
  readonly scored: boolean
  /** How far it goes where its condition holds. */
  readonly reach: 'criterion' | 'item' | 'form'
  /** True where the rule takes points for faults, so that a cap shared by the criterion's parts holds for it. */
  deducts(part: P): boolean
  asks(part: P): Asks
  /** The question that a person is asked, in Chinese. */
  question(part: P): string
  /** What the answer means in points, in Chinese and without a full stop: 每缺1次扣1分，扣完3分为止. */
  terms(part: P, place: Place): string
  /** The answers worth one tap, named to fit the question as it was put. */
  choices(part: P, place: Place, asked: string): readonly Choice[]
  /** The most that the rule can give; for a deduction, the most that it can take. */
  maximum(part: P, place: Place): Points
  check(part: P, value: FactValue, year: number, place: Place): AnswerFault | undefined
  /** Built once a form; the function that it returns is called for every unit. */
  loss(part: P, place: Place): (value: FactValue | undefined, year: number) => Points | undefined
  /** Why so much was lost, from the same numbers; without the mark and without a full stop. */
  because(part: P, value: FactValue, year: number, place: Place): string
  /** What is named where the answer is missing: 集中学习. */
  subject(part: P): string
}
