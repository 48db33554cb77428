import { formatPoints, zero } from '../points.ts'
import { isApplicability } from './answer.ts'
import { fault, sayValue } from './check-answer.ts'
import type { RuleFor } from './rule-for.ts'
import { quoteCondition, sayCase } from './say-condition.ts'

/** Does not apply: full marks. */
export type NaFull = { readonly kind: 'na_full'; readonly condition: string }

export const naFull: RuleFor<NaFull> = {
  name: '不适用得满分',
  meaning: 'Does not apply: full marks.',
  scored: false,
  reach: 'criterion',
  deducts: () => false,
  asks: () => 'applicable',
  question: (part) => `是不是${quoteCondition(part.condition)}？`,
  terms: (_part, place) => `不适用的，视同得${formatPoints(place.whole)}分`,
  choices: (_part, place) => [
    { answer: { applicable: false }, label: '不适用', effect: `得${formatPoints(place.whole)}分` },
  ],
  maximum: (_part, place) => place.whole,
  check: (_part, value) =>
    value === null || (isApplicability(value) && typeof value.applicable === 'boolean')
      ? undefined
      : fault('rule.not_applicability', `这里答适用或不适用，填了${sayValue(value)}。请填 {"applicable": false}。`),
  loss: () => (value) => (isApplicability(value) && value.applicable === false ? zero : undefined),
  because: (part) => `${sayCase(part.condition)}，视同符合要求`,
  subject: (part) => part.condition,
}
