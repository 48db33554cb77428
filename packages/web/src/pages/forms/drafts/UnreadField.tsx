import { useId } from 'react'
import { PartEditor } from '../../../rule/PartEditor.tsx'
import { pointsText } from '../../../ui/Mark.tsx'
import type { Becomes, UnreadWork } from './row-work.ts'
import { Trial } from './Trial.tsx'
import type { TriedCriterion } from './use-trial.ts'

/** A stretch of the clause that was not read, and the three things that can become of it; one is proposed. */
export const UnreadField = (props: {
  readonly clause: string
  readonly work: UnreadWork
  /** The criterion whose points it would touch, by name. */
  readonly joins: string | undefined
  readonly fault: string | undefined
  /** Of the criterion that it would become, where it becomes one of its own. */
  readonly tried: TriedCriterion | undefined
  readonly editable: boolean
  readonly onChange: (work: UnreadWork) => void
}) => {
  const { work, clause } = props
  const id = useId()
  const most = pointsText(work.most)
  const takes = props.joins !== undefined || /扣/u.test(work.text)
  const before = clause.slice(0, work.start).split(/[；。]/u).at(-1) ?? ''
  const after = clause.slice(work.end).split(/[；。]/u)[0] ?? ''
  const choice = (becomes: Becomes, label: string, meaning: string) => (
    <label className="radio">
      <input type="radio" name={id} disabled={!props.editable} checked={work.becomes === becomes} onChange={() => props.onChange({ ...work, becomes })} />
      <span>
        {label}
        <small>{meaning}</small>
      </span>
    </label>
  )
  return (
    <section className="section criterion" aria-labelledby={`${id}-head`}>
      <header>
        <h2 id={`${id}-head`}>没有读懂的一处</h2>
      </header>
      <p className="official quote">
        {before}
        <mark>{work.text}</mark>
        {after}
      </p>
      <p>这几个字没有读成规则，没有计入。请选一种。</p>
      <div className="radios" role="radiogroup" aria-labelledby={`${id}-head`}>
        {choice('rule', '读成规则', '补上数，以后自己算')}
        {work.becomes === 'rule' ? <PartEditor part={work.rule} whole={work.most} onChange={(rule) => props.onChange({ ...work, rule })} /> : null}
        {work.becomes === 'rule' && props.fault !== undefined ? <p className="miss">{props.fault}</p> : null}
        {choice(
          'judged',
          takes ? `由检查人定，得0到${most}分` : `由检查人定，0到${most}分`,
          props.joins === undefined ? '检查时写理由' : `从“${props.joins}”的${most}分里扣，检查时写理由`,
        )}
        {choice('hint', '只是提示，不算分', '原文照印，不影响得分')}
      </div>
      {props.tried === undefined ? null : <Trial tried={props.tried} />}
    </section>
  )
}
