import { useState } from 'react'
import { ManyChips } from '../ui/Chips.tsx'
import type { AnswerInputProps } from './answer-input-props.ts'
import { levelNames } from './level-names.ts'

/** Several levels that add up: mark each, then one press. */
export const LevelsAnswer = ({ question, value, onAnswer }: AnswerInputProps) => {
  const [chosen, setChosen] = useState<readonly string[]>(levelNames(value))
  const levels = question.choices.filter((choice) => choice.facts[question.key] !== null)
  return (
    <>
      <ManyChips
        choices={levels.map((choice) => ({
          value: choice.label,
          label: (
            <>
              {choice.label}
              <small>{choice.effect}</small>
            </>
          ),
        }))}
        values={chosen}
        onToggle={(label) => setChosen(chosen.includes(label) ? chosen.filter((one) => one !== label) : [...chosen, label])}
      />
      <div className="typed-answer">
        <button type="button" className="button" onClick={() => onAnswer({ [question.key]: chosen.length === 0 ? null : chosen })}>
          {chosen.length === 0 ? '都没有' : '就这几级'}
        </button>
      </div>
    </>
  )
}
