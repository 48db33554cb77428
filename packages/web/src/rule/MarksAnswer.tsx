import { formatPoints, isExact, toDecimal, toPoints } from '@zicha/core'
import { useState } from 'react'
import type { AnswerInputProps } from './answer-input-props.ts'
import { ChoiceAnswers } from './ChoiceAnswers.tsx'
import { asksMark, markSteps } from './mark-steps.ts'

/** Marks that a person gives: whole steps in one tap, halves and others typed. Grades with fixed points come as choices. */
export const MarksAnswer = (props: AnswerInputProps) => {
  const { question, part, value, onAnswer } = props
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '')
  const most = toDecimal(question.maximum)
  const mark = markIn(typed, most)
  return (
    <>
      {question.choices.length === 0 ? null : <ChoiceAnswers {...props} />}
      {!asksMark(part) ? null : (
        <form
          className="typed-answer"
          onSubmit={(event) => {
            event.preventDefault()
            if (mark !== null) onAnswer({ [question.key]: mark })
          }}
        >
          <div className="chips" role="group" aria-label="给几分">
            {markSteps(question).map((step) => (
              <button
                key={step}
                type="button"
                className={value === step ? 'chip chosen' : 'chip'}
                aria-pressed={value === step}
                onClick={() => onAnswer({ [question.key]: step })}
              >
                {formatPoints(toPoints(step))}
              </button>
            ))}
          </div>
          <label className="with-unit">
            其他
            <input
              className="input"
              inputMode="decimal"
              aria-label={`${question.question}0到${formatPoints(question.maximum)}分`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            分
          </label>
          <button type="submit" className="button" aria-disabled={mark === null}>
            {mark === null ? `填0到${formatPoints(question.maximum)}` : `给${formatPoints(toPoints(mark))}分`}
          </button>
        </form>
      )}
    </>
  )
}

const markIn = (typed: string, most: number): number | null => {
  const number = Number(typed.trim())
  return typed.trim() !== '' && Number.isFinite(number) && number >= 0 && number <= most && isExact(number) ? number : null
}
