import { formatPoints } from '@zicha/core'
import type { Asks, FactValue, FormPart, Question } from '@zicha/core'
import type { ComponentType } from 'react'
import { NumberIn } from './inline-inputs.tsx'
import { isChosen } from './same-answer.ts'
import type { GivenFacts } from './answer-input-props.ts'

export type TrialInputProps = {
  readonly question: Question
  readonly part: FormPart
  readonly value: FactValue | undefined
  readonly inapplicable: boolean
  readonly onTry: (facts: GivenFacts) => void
}

/** The choices of a question beside each other, small: an example is changed many times. */
const Choices = ({ question, value, inapplicable, onTry }: TrialInputProps) => (
  <span className="segments" role="group" aria-label={question.question}>
    {question.choices.map((choice) => {
      const chosen = isChosen(choice.facts, question, { value, inapplicable })
      return (
        <button key={choice.label} type="button" className={chosen ? 'chosen' : ''} aria-pressed={chosen} onClick={() => onTry(choice.facts)}>
          {choice.label}
        </button>
      )
    })}
  </span>
)

const Several = ({ question, value, onTry }: TrialInputProps) => {
  const reached = Array.isArray(value) ? (value as readonly string[]) : []
  const levels = question.choices.filter(({ facts }) => facts[question.key] !== null)
  return (
    <span className="segments" role="group" aria-label={question.question}>
      {levels.map(({ label }) => {
        const chosen = reached.includes(label)
        return (
          <button
            key={label}
            type="button"
            className={chosen ? 'chosen' : ''}
            aria-pressed={chosen}
            onClick={() => onTry({ [question.key]: chosen ? reached.filter((one) => one !== label) : [...reached, label] })}
          >
            {label}
          </button>
        )
      })}
    </span>
  )
}

/** How many: none is a number here. */
const Count = ({ question, part, value, onTry }: TrialInputProps) => {
  const count = typeof value === 'number' ? value : 0
  const unit = part.kind === 'per_occurrence' ? part.unit.replace(/^[每1一]+/u, '') || '次' : '次'
  return (
    <span className="counted" role="group" aria-label={question.question}>
      <button type="button" aria-label="少1" disabled={count === 0} onClick={() => onTry({ [question.key]: count - 1 })}>
        −
      </button>
      <output>
        {count}
        {unit}
      </output>
      <button type="button" aria-label="多1" onClick={() => onTry({ [question.key]: count + 1 })}>
        +
      </button>
    </span>
  )
}

const Marks = ({ question, value, onTry }: TrialInputProps) => (
  <span className="marked">
    <NumberIn
      name={`${question.question}0到${formatPoints(question.maximum)}分`}
      value={typeof value === 'number' ? value : Number.NaN}
      onChange={(mark = Number.NaN) => onTry({ [question.key]: Number.isNaN(mark) ? null : mark })}
    />
    分
  </span>
)

const Grade = (props: TrialInputProps) => {
  const { part } = props
  const spans = part.kind === 'grade_bands' && part.bands.some((band) => 'min' in band)
  return (
    <>
      {props.question.choices.length === 0 ? null : <Choices {...props} />}
      {spans ? <Marks {...props} /> : null}
    </>
  )
}

/** One input for each way of asking: a way without an input does not compile. */
export const trialInputs: { readonly [A in Asks]: ComponentType<TrialInputProps> } = {
  yes_no: Choices,
  holds: Choices,
  applicable: Choices,
  level: Choices,
  grade: Grade,
  levels: Several,
  count: Count,
  dates_or_count: Count,
  marks: Marks,
  rate: Marks,
}
