import type { FactValue, FormPart, Question } from '@zicha/core'

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
