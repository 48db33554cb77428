import { formatPoints, least, subtract, toPoints, zero, type Points } from '../points.ts'
import { checkMark, isMarkWithin } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { quoteCondition } from './say-condition.ts'

/**
 * Marks by rate or share; `formula` is the clause's own wording.
 * The answer is the mark that a person worked out by the formula: a wording of any kind is not reckoned by machine.
 */
export type Percentage = { readonly kind: 'percentage'; readonly points?: number; readonly formula: string }

const most = (part: Percentage, place: Place): Points =>
  part.points === undefined ? place.whole : least(toPoints(part.points), place.whole)

export const percentage: RuleFor<Percentage> = {
  name: '按比例得分',
  meaning: 'Marks by rate or share. The answer is the mark worked out by the clause’s own formula.',
  scored: true,
  reach: 'criterion',
  deducts: () => false,
  asks: () => 'rate',
  question: (part) => `按${quoteCondition(part.formula)}算，得几分？`,
  terms: (part, place) => `按比例算，0到${formatPoints(most(part, place))}分`,
  choices: () => [],
  maximum: most,
  check: (part, value, _year, place) => checkMark(value, zero, most(part, place)),
  loss: (part, place) => {
    const maximum = most(part, place)
    return (value) => (isMarkWithin(value, zero, maximum) ? subtract(maximum, toPoints(value)) : undefined)
  },
  because: (part, value, _year, place) => {
    const lost = typeof value === 'number' ? subtract(most(part, place), toPoints(value)) : zero
    const how = `按${quoteCondition(part.formula)}算`
    return lost === 0 ? `${how}，不失分` : `${how}，失${formatPoints(lost)}分`
  },
  subject: (part) => part.formula,
}
