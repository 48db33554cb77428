import { memo, useEffect, useRef } from 'react'
import type { DraftItem, FormDraft } from '../../../api/form-drafts.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { isOpen, unreadOf } from './row-work.ts'

type Piece = { readonly text: string; readonly criterion?: string; readonly unread?: true }

/** The clause cut at the edges of what was read and what was not; the words themselves are untouched. */
export const piecesOf = ({ clause, read, unread }: Pick<DraftItem, 'clause' | 'read' | 'unread'>): readonly Piece[] => {
  const edges = new Set([0, clause.length, ...[...read, ...unread].flatMap(({ start, end }) => [start, end])])
  const at = [...edges].filter((edge) => edge >= 0 && edge <= clause.length).sort((a, b) => a - b)
  return at.slice(1).flatMap((end, index): readonly Piece[] => {
    const start = at[index] ?? 0
    const text = clause.slice(start, end)
    if (unread.some((one) => one.start <= start && end <= one.end)) return [{ text, unread: true }]
    const home = read.find((one) => one.start <= start && end <= one.end)
    return [home === undefined ? { text } : { text, criterion: home.criterion }]
  })
}

/** Stretches that a person made a criterion from count as read from then on. */
const markedNow = (item: DraftItem): Pick<DraftItem, 'clause' | 'read' | 'unread'> => {
  const unread = unreadOf(item)
  const settled = item.unread
    .filter((one) => !unread.includes(one))
    .flatMap(({ start, end, text }) => {
      const home = item.criteria.find(({ source }) => source.includes(text))
      return home === undefined ? [] : [{ start, end, criterion: home.id }]
    })
  return { clause: item.clause, read: [...item.read, ...settled], unread }
}

/** The uploaded table in its very wording, with what was read underlined and what was not marked. */
export const OfficialTable = (props: {
  readonly draft: FormDraft
  readonly current: number | undefined
  readonly onChoose: (no: number, criterion?: string) => void
}) => {
  const { draft, current, onChoose } = props
  const sectioned = draft.sections.length > 1 || draft.sections.some(({ name }) => name !== draft.title && name !== '全表')
  const dutied = draft.items.some(({ duty, clause }) => duty !== '' && duty !== clause)
  return (
    <div className="sheet-paper">
      <p className="sheet-title">{draft.title}</p>
      <table className="official-table">
        <thead className="unseen">
          <tr>
            <th scope="col">第几条</th>
            {sectioned ? <th scope="col">类别</th> : null}
            {dutied ? <th scope="col">内容</th> : null}
            <th scope="col">评分办法</th>
          </tr>
        </thead>
        <tbody>
          {draft.items.map((item, index) => {
            const section = draft.sections.find(({ no }) => no === item.section)
            const opens = draft.items[index - 1]?.section !== item.section
            return (
              <OfficialRow
                key={item.no}
                item={item}
                current={item.no === current}
                dutied={dutied}
                section={sectioned && opens && section !== undefined ? section.name : null}
                weight={section === undefined || /分[）)]?$/u.test(section.name) ? null : section.points}
                span={opens ? runOf(draft.items, index) : 0}
                onChoose={onChoose}
              />
            )
          })}
        </tbody>
      </table>
      <p className="sheet-total">合计{pointsText(draft.total)}分</p>
    </div>
  )
}

/** How many rows from here on belong to one section. */
const runOf = (items: readonly DraftItem[], from: number): number => {
  const own = items[from]?.section
  const next = items.slice(from).findIndex(({ section }) => section !== own)
  return next < 0 ? items.length - from : next
}

const OfficialRow = memo(function OfficialRow(props: {
  readonly item: DraftItem
  readonly current: boolean
  readonly dutied: boolean
  readonly section: string | null
  readonly weight: number | null
  readonly span: number
  readonly onChoose: (no: number, criterion?: string) => void
}) {
  const { item, current, onChoose } = props
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <tr ref={row} className={current ? 'current' : ''} aria-current={current ? 'true' : undefined} onClick={() => onChoose(item.no)}>
      <th scope="row" className="gutter">
        <button
          type="button"
          className="gutter-tap"
          onClick={(event) => {
            event.stopPropagation()
            onChoose(item.no)
          }}
        >
          <span>
            {isOpen(item) ? <em>待看</em> : item.settled === null ? null : '已看'}
            <b>
              <span className="unseen">第</span>
              {item.no}
              <span className="unseen">条</span>
            </b>
          </span>
          <span>{pointsText(item.points)}分</span>
        </button>
      </th>
      {props.section === null ? null : (
        <td rowSpan={props.span}>
          {props.section}
          {props.weight === null ? null : <span className="weight">{pointsText(props.weight)}分</span>}
        </td>
      )}
      {props.dutied ? <td>{item.duty}</td> : null}
      <td>
        {piecesOf(markedNow(item)).map((piece, index) =>
          piece.unread === true ? (
            <mark key={index}>{piece.text}</mark>
          ) : piece.criterion === undefined ? (
            piece.text
          ) : (
            <span
              key={index}
              className="read-into"
              onClick={(event) => {
                event.stopPropagation()
                onChoose(item.no, piece.criterion)
              }}
            >
              {piece.text}
            </span>
          ),
        )}
      </td>
    </tr>
  )
})
