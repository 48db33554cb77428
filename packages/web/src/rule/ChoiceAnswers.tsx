import { Answers } from '../ui/Answers.tsx'
import type { AnswerInputProps } from './answer-input-props.ts'
import { isChosen } from './same-answer.ts'

/** One tap, with what it means in points under the word. */
export const ChoiceAnswers = ({ question, value, inapplicable, onAnswer }: AnswerInputProps) => (
  <Answers
    choices={question.choices.map((choice) => ({
      word: choice.label,
      consequence: choice.effect,
      chosen: isChosen(choice.facts, question, { value, inapplicable }),
      onChoose: () => onAnswer(choice.facts),
    }))}
  />
)
