import type { Asks, FactValue, FormPart, Question } from '@zicha/core'
import type { ComponentType } from 'react'
import { ChoiceAnswers } from './ChoiceAnswers.tsx'
import { CountAnswer } from './CountAnswer.tsx'
import { LevelsAnswer } from './LevelsAnswer.tsx'
import { MarksAnswer } from './MarksAnswer.tsx'

/** Facts that an answer sets; null takes one back. */
export type GivenFacts = Readonly<Record<string, FactValue>>

export type AnswerInputProps = {
  readonly question: Question
  readonly part: FormPart
  /** What was answered before, under the question's own key. */
  readonly value: FactValue | undefined
  /** True where the criterion was said not to apply. */
  readonly inapplicable: boolean
  readonly onAnswer: (facts: GivenFacts) => void
}

/** One input for each way of asking: a way without an input does not compile. */
export const answerInputs: { readonly [A in Asks]: ComponentType<AnswerInputProps> } = {
  yes_no: ChoiceAnswers,
  holds: ChoiceAnswers,
  applicable: ChoiceAnswers,
  level: ChoiceAnswers,
  grade: MarksAnswer,
  levels: LevelsAnswer,
  count: CountAnswer,
  dates_or_count: CountAnswer,
  marks: MarksAnswer,
  rate: MarksAnswer,
}
