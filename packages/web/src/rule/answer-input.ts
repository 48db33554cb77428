import type { Asks } from '@zicha/core'
import type { ComponentType } from 'react'
import type { AnswerInputProps } from './answer-input-props.ts'
import { ChoiceAnswers } from './ChoiceAnswers.tsx'
import { CountAnswer } from './CountAnswer.tsx'
import { LevelsAnswer } from './LevelsAnswer.tsx'
import { MarksAnswer } from './MarksAnswer.tsx'

export type { GivenFacts } from './answer-input-props.ts'

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
