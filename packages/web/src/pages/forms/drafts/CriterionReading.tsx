import type { Criterion, EntryKind } from '@zicha/core'
import { useId } from 'react'
import { pointsText } from '../../../ui/Mark.tsx'
import { answeredBy, dueSentence, termsOf } from './criterion-words.ts'
import { CriterionEditor } from './CriterionEditor.tsx'
import { Trial } from './Trial.tsx'
import type { TriedCriterion } from './use-trial.ts'

/** One criterion: the official words, the rule in a sentence, who answers and when; 「改」 opens its numbers in place. */
export const CriterionReading = (props: {
  readonly criterion: Criterion
  readonly duty: string
  readonly kinds: readonly EntryKind[]
  readonly faults: readonly string[]
  /** Absent while a number is missing. */
  readonly tried: TriedCriterion | undefined
  readonly open: boolean
  readonly editable: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChange: (criterion: Criterion) => void
  readonly onRemove: (() => void) | undefined
}) => {
  const { criterion } = props
  const id = useId()
  const sound = props.faults.length === 0
  return (
    <section className="section criterion" aria-labelledby={id} id={`criterion-${criterion.id}`} tabIndex={-1}>
      <header>
        <h2 id={id}>{criterion.title}</h2>
        <span>{Number.isNaN(criterion.points) ? '几分？' : `${pointsText(criterion.points)}分`}</span>
      </header>
      <p className="official quote">{criterion.source}</p>
      {props.faults.map((fault) => (
        <p key={fault} className="miss">
          {fault}
        </p>
      ))}
      {props.open ? (
        <CriterionEditor criterion={criterion} duty={props.duty} kinds={props.kinds} onChange={props.onChange} onRemove={props.onRemove} />
      ) : null}
      {sound ? (
        <>
          {criterion.parts.map((part, at) => (
            <p key={at}>{termsOf(criterion, part)}</p>
          ))}
          <p className="small grey">
            {answeredBy(criterion)}；{dueSentence(criterion)}
            {criterion.evidenceAsked ? '；要看材料' : ''}。
          </p>
        </>
      ) : null}
      {criterion.note === undefined ? null : <p className="small note-line">{criterion.note}</p>}
      {props.tried === undefined ? null : <Trial tried={props.tried} />}
      {props.editable ? (
        <button type="button" className="tap start" aria-expanded={props.open} aria-label={`${props.open ? '收起' : '改'}“${criterion.title}”`} onClick={() => props.onOpen(!props.open)}>
          {props.open ? '收起' : '改'}
        </button>
      ) : null}
    </section>
  )
}
