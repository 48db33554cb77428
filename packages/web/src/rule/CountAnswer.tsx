import { useState } from 'react'
import { countUnit } from './answer-words.ts'
import type { AnswerInputProps } from './answer-input-props.ts'
import { ChoiceAnswers } from './ChoiceAnswers.tsx'

/** The usual answers in one tap, any other number typed. */
export const CountAnswer = (props: AnswerInputProps) => {
  const { question, value, onAnswer } = props
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '')
  const count = /^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : null
  return (
    <>
      <ChoiceAnswers {...props} />
      <form
        className="typed-answer"
        onSubmit={(event) => {
          event.preventDefault()
          if (count !== null) onAnswer({ [question.key]: count })
        }}
      >
        <label className="with-unit">
          其他
          <input
            className="input"
            inputMode="numeric"
            aria-label={question.question}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {countUnit(question)}
        </label>
        <button type="submit" className="button" aria-disabled={count === null}>
          {count === null ? '填一个整数' : '就这样'}
        </button>
      </form>
    </>
  )
}
