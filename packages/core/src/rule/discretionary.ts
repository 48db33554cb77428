import { formatPoints, least, subtract, toDecimal, toPoints, zero, type Points } from '../points.ts'
import { checkMark, isMarkWithin } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { quoteCondition } from './say-condition.ts'

/** Judged by a person, within bounds; `deducts` where the clause speaks of taking points. The answer is the mark given. */
export type Discretionary = {
  readonly kind: 'discretionary'
  readonly min: number
  readonly max: number
  readonly deducts?: boolean
  readonly condition?: string
}

const most = (part: Discretionary, place: Place): Points => least(toPoints(part.max), place.whole)
const lowest = (part: Discretionary, place: Place): Points => least(toPoints(part.min), most(part, place))

export const discretionary: RuleFor<Discretionary> = {
  name: '由人给分',
  meaning: 'Judged by a person, within bounds. The answer is the mark given, also where the clause takes points.',
  scored: true,
  reach: 'criterion',
  deducts: (part) => part.deducts === true,
  asks: () => 'marks',
  question: (part) =>
    part.condition === undefined ? '综合来看给几分？' : `${quoteCondition(part.condition)}，给几分？`,
  terms: (part, place) =>
    part.deducts === true
      ? `由人酌情，没有问题得${formatPoints(most(part, place))}分，最少${formatPoints(lowest(part, place))}分`
      : `由人综合给分，${formatPoints(lowest(part, place))}到${formatPoints(most(part, place))}分`,
  choices: (part, place) =>
    part.deducts === true ? [{ answer: toDecimal(most(part, place)), label: '没有问题', effect: `得${formatPoints(most(part, place))}分` }] : [],
  maximum: most,
  check: (part, value, _year, place) => checkMark(value, lowest(part, place), most(part, place)),
  loss: (part, place) => {
    const maximum = most(part, place)
    const minimum = lowest(part, place)
    return (value) => (isMarkWithin(value, minimum, maximum) ? subtract(maximum, toPoints(value)) : undefined)
  },
  because: (part, value, _year, place) => {
    const lost = typeof value === 'number' ? subtract(most(part, place), toPoints(value)) : zero
    if (part.deducts !== true) return `由人综合给分，满分${formatPoints(most(part, place))}分`
    return lost === 0 ? '由人酌情，不扣分' : `由人酌情扣${formatPoints(lost)}分`
  },
  subject: (part) => part.condition ?? '由人给分的一项',
}
