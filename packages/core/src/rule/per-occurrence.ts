import { formatPoints, least, times, toPoints, zero, type Points } from '../points.ts'
import { checkCount, isCount } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { quoteCondition } from './say-condition.ts'

/** Each finding takes `deduct_each`, `cap` at most. */
export type PerOccurrence = {
  readonly kind: 'per_occurrence'
  readonly deduct_each: number
  readonly unit: string
  readonly cap?: number
  readonly condition: string
}

const limitOf = (part: PerOccurrence, place: Place): Points =>
  part.cap === undefined ? place.whole : least(toPoints(part.cap), place.whole)

/** The measure of a finding as it follows a number; a clause's 每1人次 is 人次. */
const unitOf = (part: PerOccurrence): string => part.unit.replace(/^[每1一]+/u, '') || '次'

/** 发现无人值守 is found as 无人值守: the sentence itself says that it was found. */
const sayFinding = (part: PerOccurrence): string => quoteCondition(part.condition.replace(/^(?:发现|查出|检查发现)(?=.)/u, ''))

const sayDeduction = (part: PerOccurrence, count: number, place: Place): string => {
  const all = times(toPoints(part.deduct_each), count)
  const limit = limitOf(part, place)
  return all > limit ? `扣完${formatPoints(limit)}分` : `扣${formatPoints(all)}分`
}

export const perOccurrence: RuleFor<PerOccurrence> = {
  name: '发现一次扣分',
  meaning: 'Each finding takes deduct_each, cap at most.',
  scored: true,
  reach: 'criterion',
  deducts: () => true,
  asks: () => 'count',
  question: (part) => `发现${sayFinding(part)}几${unitOf(part)}？没有就填0。`,
  terms: (part, place) =>
    `每1${unitOf(part)}扣${formatPoints(toPoints(part.deduct_each))}分，扣完${formatPoints(limitOf(part, place))}分为止`,
  choices: (part, place) => [
    { answer: 0, label: '没有', effect: '不扣分' },
    { answer: 1, label: `1${unitOf(part)}`, effect: sayDeduction(part, 1, place) },
  ],
  maximum: (part, place) => limitOf(part, place),
  check: (_part, value) => checkCount(value),
  loss: (part, place) => {
    const each = toPoints(part.deduct_each)
    const limit = limitOf(part, place)
    return (value) =>
      value === 0 ? zero : isCount(value) ? least(times(each, value), limit) : undefined
  },
  because: (part, value, _year, place) =>
    value === 0 || typeof value !== 'number'
      ? `没有发现${sayFinding(part)}，不扣分`
      : `发现${sayFinding(part)}${value}${unitOf(part)}，${sayDeduction(part, value, place)}`,
  subject: (part) => part.condition,
}
