import { formatPoints, toPoints } from '@zicha/core'
import type { Asks, FactValue } from '@zicha/core'
import type { GivenFacts } from '../../../../rule/answer-input.ts'
import { levelNames } from '../../../../rule/level-names.ts'
import { asksMark, markSteps } from '../../../../rule/mark-steps.ts'
import { isChosen } from '../../../../rule/same-answer.ts'
import type { CheckQuestion } from './check-questions.ts'

export type AnswerInPlace = { readonly label: string; readonly effect: string; readonly facts: GivenFacts; readonly chosen: boolean }

/** Every answer that the question's own page offers in one tap; of levels that add up each tap adds or takes one. */
export const answersInPlace = (one: CheckQuestion): readonly AnswerInPlace[] => {
  const { question, part } = one
  const named = one.inapplicable ? [] : levelNames(one.value)
  const choices = question.choices.map((choice): AnswerInPlace => {
    const answer = choice.facts[question.key]
    if (question.asks !== 'levels' || !Array.isArray(answer)) return { ...choice, chosen: isChosen(choice.facts, question, one) }
    const chosen = named.includes(choice.label)
    return { ...choice, facts: { [question.key]: toggled(one, named, choice.label) }, chosen }
  })
  return isMarked[question.asks] && asksMark(part) ? [...choices, ...stepsOf(one, choices)] : choices
}

/** In the form's order, whatever was tapped first. */
const toggled = ({ question }: CheckQuestion, named: readonly string[], label: string): FactValue => {
  const names = question.choices.map((choice) => choice.label).filter((one) => (one === label) !== named.includes(one))
  return names.length === 0 ? null : names
}

const stepsOf = (one: CheckQuestion, choices: readonly AnswerInPlace[]): readonly AnswerInPlace[] =>
  markSteps(one.question)
    .filter((step) => choices.every(({ facts }) => facts[one.question.key] !== step))
    .map((step) => ({
      label: formatPoints(toPoints(step)),
      effect: `得${formatPoints(toPoints(step))}分`,
      facts: { [one.question.key]: step },
      chosen: !one.inapplicable && one.value === step,
    }))

/** Where a mark is given. */
const isMarked: { readonly [A in Asks]: boolean } = {
  yes_no: false,
  holds: false,
  applicable: false,
  level: false,
  levels: false,
  count: false,
  dates_or_count: false,
  grade: true,
  marks: true,
  rate: true,
}

/** True where a number can be typed besides, on the question's own page. */
export const takesOther = ({ question, part }: CheckQuestion): boolean =>
  question.asks === 'count' || question.asks === 'dates_or_count' || (isMarked[question.asks] && asksMark(part))
