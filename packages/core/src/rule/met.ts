/** What award and all-or-nothing have in common: the points where a condition is met, else none. */
import { formatPoints, least, toPoints, zero } from '../points.ts'
import { checkYesNo } from './check-answer.ts'
import type { RuleFor } from './rule-for.ts'
import { answersTo, askMet, sayMet, sayUnmet } from './say-condition.ts'

type Met = { readonly points: number; readonly condition: string }

export const ruleForMet = <P extends Met>(words: { readonly name: string; readonly meaning: string }): RuleFor<P> => ({
  name: words.name,
  meaning: words.meaning,
  scored: true,
  reach: 'criterion',
  deducts: () => false,
  asks: () => 'yes_no',
  question: (part) => askMet(part.condition),
  terms: (part, place) => `做到得${formatPoints(least(toPoints(part.points), place.whole))}分，没做到不得分`,
  choices: (part, place, asked) => {
    const points = formatPoints(least(toPoints(part.points), place.whole))
    const labels = answersTo(asked)
    return [
      { answer: true, label: labels.yes, effect: `得${points}分` },
      { answer: false, label: labels.no, effect: `失${points}分` },
    ]
  },
  maximum: (part, place) => least(toPoints(part.points), place.whole),
  check: (_part, value) => checkYesNo(value),
  loss: (part, place) => {
    const points = least(toPoints(part.points), place.whole)
    return (value) => (value === true ? zero : value === false ? points : undefined)
  },
  because: (part, value, _year, place) =>
    value === true
      ? sayMet(part.condition)
      : `${sayUnmet(part.condition)}，失${formatPoints(least(toPoints(part.points), place.whole))}分`,
  subject: (part) => part.condition,
})
