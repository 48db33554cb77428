import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import { lastDayToRecord } from '../../../../../ui/day-words.ts'
import { alongWords, changeRow, isNotYet, itemWords, lackOf, rowDay } from './import-rows.ts'
import type { ListRow } from './import-rows.ts'

/** One row of the old list: what it becomes, why it cannot yet, and its day and kinds to be put right in place. */
export const ListRowView = (props: {
  readonly row: ListRow
  readonly year: number
  readonly kinds: readonly EntryKind[]
  readonly onChange: (row: ListRow) => void
}) => {
  const { row, year, kinds, onChange } = props
  const lack = lackOf(row, year)
  // A day that has not come is nothing to put right.
  const waits = isNotYet(row, year)
  const [open, setOpen] = useState(lack !== null && !waits && !row.alreadyThere)
  const name = `第${row.row}行${row.title}`
  const along = alongWords(row)
  // That the day has not come is said anew as the day is changed.
  const untouched = row.findings.filter(({ code, level }) => code !== 'entry.not_yet' && (level === 'warning' || lack !== null))
  return (
    <li className={row.chosen ? 'list-row' : 'list-row out'}>
      <label className="check">
        <input
          type="checkbox"
          aria-label={`导入${name}`}
          checked={row.chosen}
          disabled={lack !== null}
          onChange={(event) => onChange({ ...row, chosen: event.target.checked })}
        />
      </label>
      <div>
        <p className="title">
          {rowDay(row.happenedOn, year)}，{row.title === '' ? '没有标题' : row.title}
        </p>
        <p className="small grey">
          {row.countsAs.length === 0 ? '没有类型' : `算作${row.countsAs.join('、')}，${itemWords(row.feeds)}`}
          {row.late ? '，会标“补录”' : ''}
        </p>
        {along === '' ? null : <p className="small grey">{along}</p>}
        {row.alreadyThere ? <p className="small">已经有同一天同名的记录，不会再记一次。</p> : null}
        {lack === null ? null : <p className={waits ? 'small' : 'small miss'}>{lack}</p>}
        {untouched.map((finding) => (
          <p key={finding.code + finding.message} className="small grey">
            {finding.message}
          </p>
        ))}
        {open ? (
          <div className="list-edit">
            <input
              className="input"
              type="date"
              aria-label={`${name}，日期`}
              min={`${year}-01-01`}
              max={lastDayToRecord(year)}
              value={row.happenedOn ?? ''}
              onChange={(event) => onChange(changeRow(row, { happenedOn: event.target.value === '' ? null : event.target.value }, year))}
            />
            <select
              className="input"
              aria-label={`${name}，算作`}
              value={row.countsAs[0] ?? ''}
              onChange={(event) => onChange(changeRow(row, { countsAs: event.target.value === '' ? [] : [event.target.value] }, year))}
            >
              <option value="">选类型</option>
              {kinds.map((kind) => (
                <option key={kind.name} value={kind.name}>
                  {kind.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
      </div>
      {open ? null : (
        <button type="button" className="tap end" aria-label={`改${name}`} onClick={() => setOpen(true)}>
          改
        </button>
      )}
    </li>
  )
}
