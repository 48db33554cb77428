import { sayStage, sayStanding, standingOf } from '@zicha/core'
import { memo, useCallback } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import { Link } from 'react-router'
import { placePath } from '../../../api/names.ts'
import { instantWords } from '../../../ui/day-words.ts'
import { Decimal, pointsText } from '../../../ui/Mark.tsx'
import { TableHead } from '../../../ui/TableHead.tsx'
import type { ProgressRow } from './progress-filter.ts'
import { useGrowing } from './use-growing.ts'

/** One unit a row. On narrow pages columns drop in the order 最近更新, 检查人, 已答; what is to be seen to moves under the name. */
export const ProgressTable = (props: {
  readonly rows: readonly ProgressRow[]
  readonly round: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: Dispatch<SetStateAction<ReadonlySet<string>>> | undefined
}) => {
  const { rows, chosen, onChoose } = props
  const drawn = useGrowing(rows)
  const all = rows.length > 0 && rows.every(({ unit }) => chosen.has(unit))
  const toggle = useCallback(
    (unit: string) =>
      onChoose?.((before) => {
        const next = new Set(before)
        if (!next.delete(unit)) next.add(unit)
        return next
      }),
    [onChoose],
  )
  return (
    <div className="wide-table">
      <table className="grid">
        <TableHead
          columns={[
            ...(onChoose === undefined
              ? []
              : [
                  {
                    name: '选中',
                    className: 'pick',
                    content: (
                      <label>
                        <input
                          type="checkbox"
                          aria-label="选中看到的全部学校"
                          checked={all}
                          onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ unit }) => unit)))}
                        />
                      </label>
                    ),
                  },
                ]),
            { name: '代码', className: 'drop-second' },
            { name: '学校' },
            { name: '阶段' },
            { name: '已答', right: true, className: 'drop-third' },
            { name: '自查', right: true, className: 'drop-large' },
            { name: '检查', right: true, className: 'drop-large' },
            { name: '最近更新', className: 'drop-first' },
            { name: '要处理的', className: 'drop-third' },
            { name: '检查人', className: 'drop-second' },
          ]}
        />
        <tbody>
          {drawn.map((row) => (
            <UnitRow
              key={row.unit}
              row={row}
              round={props.round}
              chosen={chosen.has(row.unit)}
              onToggle={onChoose === undefined ? undefined : toggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type UnitRowProps = {
  readonly row: ProgressRow
  readonly round: string
  readonly chosen: boolean
  readonly onToggle: ((unit: string) => void) | undefined
}

const UnitRow = memo(({ row, round, chosen, onToggle }: UnitRowProps) => (
    <tr className={chosen ? 'chosen' : undefined}>
      {onToggle === undefined ? null : (
        <td className="pick">
          <label>
            <input type="checkbox" aria-label={`选中${row.name}`} checked={chosen} onChange={() => onToggle(row.unit)} />
          </label>
        </td>
      )}
      <td className="drop-second grey">{row.unit}</td>
      <th scope="row">
        <Link className="unit-name" to={placePath({ round, unit: row.unit })}>
          {row.name}
        </Link>
        {row.attention.length === 0 ? null : <span className="under"><Attention words={row.attention} /></span>}
      </th>
      <td className="nw">
        <StageWord row={row} />
        <span className="under-large">
          {row.selfScore === null ? null : <span>自查{pointsText(row.selfScore)}</span>}
          {row.inspectionScore === null ? null : <span>检查{pointsText(row.inspectionScore)}</span>}
        </span>
      </td>
      <td className="right drop-third">
        {row.answered}/{row.criteria}
      </td>
      <td className="right drop-large">{row.selfScore === null ? '—' : <Decimal value={row.selfScore} />}</td>
      <td className="right drop-large">{row.inspectionScore === null ? '—' : <Decimal value={row.inspectionScore} />}</td>
      <td className="drop-first nw">{row.updatedAt === null ? '—' : instantWords(row.updatedAt)}</td>
      <td className="drop-third">
        <Attention words={row.attention} />
      </td>
      <td className="drop-second">{row.inspectors.length === 0 ? <span className="grey">未分配</span> : row.inspectors.join('、')}</td>
    </tr>
))

/** What the bureau may have to see to; only what is missing is red. */
const Attention = ({ words }: { readonly words: readonly string[] }) =>
  words.map((word, index) => (
    <span key={word}>
      {index === 0 ? '' : '，'}
      <span className={word.includes('缺') ? 'miss nw' : 'nw'}>{word}</span>
    </span>
  ))

const StageWord = ({ row }: { readonly row: ProgressRow }) => {
  switch (standingOf(row)) {
    case 'notStarted':
      return <b>{sayStanding('notStarted')}</b>
    case 'submitted':
    case 'signed':
    case 'frozen':
      return <span className="done">{sayStage(row.stage)}</span>
    case 'draft':
    case 'returned':
    case 'inspecting':
    case 'inspected':
      return sayStage(row.stage)
  }
}
