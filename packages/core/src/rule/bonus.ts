import { formatPoints, least, subtract, times, toPoints, zero, type Points } from '../points.ts'
import { checkCount, checkYesNo, isCount } from './check-answer.ts'
import type { FactValue } from './answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { quoteCondition } from './say-condition.ts'

/** Added on top: once (`points`) or for each (`each`), `cap` at most. */
export type Bonus = {
  readonly kind: 'bonus'
  readonly points?: number
  readonly each?: number
  readonly cap?: number
  readonly condition: string
}

/** A bonus makes good what else was lost and never lifts a criterion above its points. */
const limitOf = (part: Bonus, place: Place): Points =>
  part.cap === undefined ? place.whole : least(toPoints(part.cap), place.whole)

const gained = (part: Bonus, value: FactValue | undefined, place: Place): Points | undefined => {
  if (part.each === undefined) {
    if (typeof value !== 'boolean') return undefined
    return value ? least(toPoints(part.points ?? 0), limitOf(part, place)) : zero
  }
  return isCount(value) ? least(times(toPoints(part.each), value), limitOf(part, place)) : undefined
}

export const bonus: RuleFor<Bonus> = {
  name: '加分',
  meaning: 'Added on top: once, or for each. It makes good what the criterion lost and never lifts it above its points.',
  scored: true,
  reach: 'criterion',
  deducts: () => false,
  asks: (part) => (part.each === undefined ? 'yes_no' : 'count'),
  question: (part) =>
    part.each === undefined
      ? `有没有可以加分的${quoteCondition(part.condition)}？`
      : `${quoteCondition(part.condition)}有几次？没有就填0。`,
  terms: (part, place) =>
    part.each === undefined
      ? `有则加${formatPoints(toPoints(part.points ?? 0))}分，本项不超过${formatPoints(place.whole)}分`
      : `每次加${formatPoints(toPoints(part.each))}分，最多加${formatPoints(limitOf(part, place))}分`,
  choices: (part, place) =>
    part.each === undefined
      ? [
          { answer: true, label: '有', effect: `加${formatPoints(least(toPoints(part.points ?? 0), limitOf(part, place)))}分` },
          { answer: false, label: '没有', effect: '不加分' },
        ]
      : [{ answer: 0, label: '没有', effect: '不加分' }],
  maximum: (part, place) =>
    part.each === undefined ? least(toPoints(part.points ?? 0), limitOf(part, place)) : limitOf(part, place),
  check: (part, value) => (part.each === undefined ? checkYesNo(value) : checkCount(value)),
  loss: (part, place) => (value) => {
    const points = gained(part, value, place)
    return points === undefined ? undefined : subtract(zero, points)
  },
  because: (part, value, _year, place) => {
    const points = gained(part, value, place) ?? zero
    if (points === 0) return `没有${quoteCondition(part.condition)}，不加分`
    const count = typeof value === 'number' ? `${value}次` : ''
    return `有${quoteCondition(part.condition)}${count}，可加${formatPoints(points)}分`
  },
  subject: (part) => part.condition,
}
