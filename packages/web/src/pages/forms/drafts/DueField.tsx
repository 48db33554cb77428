import type { DueRule } from '@zicha/core'
import { dueWords } from './criterion-words.ts'

const offered: readonly DueRule[] = [
  { every: 'month' },
  { every: 'quarter' },
  { every: 'half' },
  { every: 'semester' },
  ...Array.from({ length: 12 }, (_, index): DueRule => ({ month: index + 1 })),
  { day: '春节' },
  { day: '5.10' },
  { day: '七一' },
  { day: '重阳' },
  { day: '12.9' },
]

/** When it is due: a rhythm, months, days of the calendar; without any, at any time of the year. */
export const DueField = ({ due, onChange }: { readonly due: readonly DueRule[]; readonly onChange: (due: readonly DueRule[]) => void }) => {
  const chosen = due.map(dueWords)
  return (
    <div className="edit-field">
      <p className="label">什么时候要做</p>
      <div className="edit-line">
        {due.map((rule) => (
          <button
            key={dueWords(rule)}
            type="button"
            className="chip chosen"
            aria-label={`去掉${dueWords(rule)}`}
            onClick={() => onChange(due.filter((one) => one !== rule))}
          >
            {dueWords(rule)}
          </button>
        ))}
        <select
          className="input in-line pick"
          aria-label="加一个时间"
          value=""
          onChange={(event) => {
            const rule = offered.find((one) => dueWords(one) === event.target.value)
            if (rule !== undefined) onChange([...due, rule])
          }}
        >
          <option value="">{due.length === 0 ? '一年里做到就行' : '再加'}</option>
          {offered
            .filter((rule) => !chosen.includes(dueWords(rule)))
            .map((rule) => (
              <option key={dueWords(rule)} value={dueWords(rule)}>
                {dueWords(rule)}
              </option>
            ))}
        </select>
      </div>
    </div>
  )
}
