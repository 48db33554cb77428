import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import type { DraftItem } from '../../../api/form-drafts.ts'
import { NumberIn } from '../../../rule/inline-inputs.tsx'
import { Mark, pointsText } from '../../../ui/Mark.tsx'
import { CriterionReading } from './CriterionReading.tsx'
import { anotherCriterion, criteriaOf, plain, rowFaults, sumSentence } from './row-work.ts'
import type { RowWork, UnreadWork } from './row-work.ts'
import { UnreadField } from './UnreadField.tsx'
import { useTrial } from './use-trial.ts'

const ownSum = '各评分点合起来'

/** How one row was read: what is open in it, each criterion, each stretch that was not read, and an example. */
export const RowPane = (props: {
  readonly item: DraftItem
  readonly section: string
  readonly work: RowWork
  readonly kinds: readonly EntryKind[]
  readonly editable: boolean
  /** The button was pressed: what is missing is said. */
  readonly pressed: boolean
  readonly settledBy: string | undefined
  readonly onChange: (work: RowWork) => void
  /** To where the table's own sums are put right. */
  readonly onHead: () => void
}) => {
  const { item, work, onChange } = props
  const lacksPoints = item.points === 0 || item.open.some((reason) => reason.startsWith(ownSum))
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const isOpen = (id: string, note: string | undefined): boolean =>
    opened[id] ?? (props.editable && item.settled === null && ((lacksPoints && item.criteria.length < 4) || /没有写应有几次/u.test(note ?? '')))
  const faults = rowFaults(item, work)
  const shown = criteriaOf(item, work)
  const trial = useTrial({ ...item, points: work.points }, props.section, shown, new Set(faults.map(({ criterion }) => criterion)))
  const triedOf = (id: string) => trial.criteria.find((one) => one.id === id)
  const madeBy = (one: UnreadWork) => shown.find(({ id, source }) => !work.criteria.some((each) => each.id === id) && source === plain(one.text))
  const faultsOf = (id: string) => faults.filter(({ criterion }) => criterion === id).map(({ message }) => message)
  const sum = sumSentence(work.points, shown)
  // What is said of a stretch stands at the stretch, and what is said of the sum changes as one types.
  const reasons = item.open.filter((reason) => !/没有读懂/u.test(reason) && !reason.startsWith(ownSum))
  return (
    <>
      <div className="row-head">
        <h1>第{item.no}条</h1>
        <p className="grey">
          {item.points === 0 ? '没有写几分' : `满分${pointsText(item.points)}分`}，{work.criteria.length}个评分点
        </p>
        <p className="note">{item.where}</p>
      </div>
      {item.duty === '' ? null : <p className="official duty">{item.duty}</p>}
      {props.settledBy === undefined ? null : <p className="small grey">{props.settledBy}</p>}
      {reasons.map((reason) => (
        <p key={reason} className="open-reason">
          {reason}
          {props.editable && /合起来/u.test(reason) ? (
            <button type="button" className="tap item-link" onClick={props.onHead}>
              改大项的分值
            </button>
          ) : null}
        </p>
      ))}
      {sum === undefined ? null : <p className="open-reason">{sum}改到一样才能发布。</p>}
      {props.editable && (sum !== undefined || lacksPoints) ? (
        <p className="edit-line">
          本条
          <NumberIn name={`第${item.no}条几分`} value={work.points} onChange={(points = Number.NaN) => onChange({ ...work, points })} />分
        </p>
      ) : null}
      {work.unread.map((one, at) => (
        <UnreadField
          key={one.start}
          clause={item.clause}
          work={one}
          joins={work.criteria.find(({ id }) => id === one.joins)?.title}
          fault={props.pressed && one.becomes === 'rule' ? faults[0]?.message : undefined}
          tried={triedOf(madeBy(one)?.id ?? '')}
          editable={props.editable}
          onChange={(changed) => onChange({ ...work, unread: work.unread.map((each, index) => (index === at ? changed : each)) })}
        />
      ))}
      {work.criteria.map((criterion) => (
        <CriterionReading
          key={criterion.id}
          criterion={criterion}
          duty={item.duty}
          kinds={props.kinds}
          faults={work.unread.some(({ joins, becomes }) => joins === criterion.id && becomes === 'rule') ? [] : faultsOf(criterion.id)}
          tried={triedOf(criterion.id)}
          open={isOpen(criterion.id, criterion.note)}
          editable={props.editable}
          onOpen={(open) => setOpened({ ...opened, [criterion.id]: open })}
          onChange={(changed) => onChange({ ...work, criteria: work.criteria.map((one) => (one.id === criterion.id ? changed : one)) })}
          onRemove={work.criteria.length < 2 ? undefined : () => onChange({ ...work, criteria: work.criteria.filter(({ id }) => id !== criterion.id) })}
        />
      ))}
      {props.editable ? (
        <button type="button" className="tap start" onClick={() => onChange({ ...work, criteria: [...work.criteria, anotherCriterion(item, work.criteria)] })}>
          再加一个评分点
        </button>
      ) : null}
      {trial.mark === undefined || shown.length < 2 ? null : (
        <p className="row-mark" role="status">
          <span className="grey">照上面的试算，第{item.no}条得</span>
          <Mark {...trial.mark} />
        </p>
      )}
    </>
  )
}
