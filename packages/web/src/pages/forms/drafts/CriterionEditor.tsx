import type { Criterion, EntryKind, FormPart } from '@zicha/core'
import { NumberIn, WordsIn } from '../../../rule/inline-inputs.tsx'
import { PartEditor } from '../../../rule/PartEditor.tsx'
import { DueField } from './DueField.tsx'
import { KindsField } from './KindsField.tsx'
import { anotherRule } from './row-work.ts'

/** A criterion to be corrected: its points, its rules with their numbers, what feeds them, how it is asked, when it is due. */
export const CriterionEditor = (props: {
  readonly criterion: Criterion
  readonly duty: string
  readonly kinds: readonly EntryKind[]
  readonly onChange: (criterion: Criterion) => void
  /** Absent where it is the row's only one. */
  readonly onRemove: (() => void) | undefined
}) => {
  const { criterion, onChange } = props
  const { question, ...unasked } = criterion
  const setPart = (at: number, part: FormPart) => onChange({ ...criterion, parts: criterion.parts.map((one, index) => (index === at ? part : one)) })
  const words = `${criterion.source}${props.duty}`
  const counts = criterion.parts.some((part) => part.kind === 'shortfall')
  return (
    <div className="editor">
      <p className="edit-line">
        名字
        <WordsIn name="评分点叫什么" value={criterion.title} onChange={(title) => onChange({ ...criterion, title })} />
        <NumberIn name="这个评分点几分" value={criterion.points} onChange={(points = Number.NaN) => onChange({ ...criterion, points })} />分
      </p>
      {criterion.parts.map((part, at) => (
        <div key={at} className="edit-part">
          <PartEditor part={part} whole={criterion.points} onChange={(changed) => setPart(at, changed)} />
          {part.kind === 'shortfall' ? (
            <KindsField label="哪些活动记录计入" words={`${part.what}${words}`} kinds={props.kinds} chosen={part.fedBy} onChange={(fedBy) => setPart(at, { ...part, fedBy })} />
          ) : null}
          {criterion.parts.length < 2 ? null : (
            <button type="button" className="tap start" onClick={() => onChange({ ...criterion, parts: criterion.parts.filter((_, index) => index !== at) })}>
              去掉这一条规则
            </button>
          )}
        </div>
      ))}
      {counts ? null : (
        <KindsField label="哪些活动记录提示" words={words} kinds={props.kinds} chosen={criterion.suggestedBy} onChange={(suggestedBy) => onChange({ ...criterion, suggestedBy })} />
      )}
      {/* A count carries its own rhythm. */}
      {counts ? null : <DueField due={criterion.due} onChange={(due) => onChange({ ...criterion, due })} />}
      {criterion.parts.length > 1 ? null : (
        <div className="edit-field">
          <label className="label" htmlFor={`question-${criterion.id}`}>
            怎么问学校<span className="optional">选填，不填就照规则问</span>
          </label>
          <input
            id={`question-${criterion.id}`}
            className="input"
            maxLength={80}
            value={question ?? ''}
            onChange={(event) => onChange(event.target.value.trim() === '' ? unasked : { ...criterion, question: event.target.value })}
          />
        </div>
      )}
      <label className="check">
        <input type="checkbox" checked={criterion.evidenceAsked} onChange={(event) => onChange({ ...criterion, evidenceAsked: event.target.checked })} />
        细则写明要看材料
      </label>
      <p className="edit-line">
        <button type="button" className="tap start" onClick={() => onChange({ ...criterion, parts: [...criterion.parts, anotherRule()] })}>
          再加一条规则
        </button>
        {props.onRemove === undefined ? null : (
          <button type="button" className="tap" onClick={props.onRemove}>
            去掉这个评分点
          </button>
        )}
      </p>
    </div>
  )
}
