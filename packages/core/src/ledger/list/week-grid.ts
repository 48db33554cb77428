import { inOneLine, type Draft, type RowReading } from './draft.ts'
import { readFreeLine } from './free-line.ts'
import type { Columns } from './list-columns.ts'
import type { ListDay } from './list-day.ts'
import type { ListCell, ListRow } from './list.ts'
import { isEmptyMark, saysNothingHeld } from './passing-rows.ts'
import type { Time } from './row-time.ts'
import { splitParts } from './split-meetings.ts'
import { dayInWeek, weekdayIn } from './week-day.ts'

/** A week a row, its days side by side: each line under a weekday was held on that day of the row's week. */
export const readWeekGrid = (row: ListRow, columns: Columns, time: Time): RowReading => {
  const seen = new Set<ListCell>()
  const drafts = row.cells.flatMap((cell, column): readonly Draft[] => {
    if (cell === undefined || columns.roles[column] !== 'ofWeek' || seen.has(cell) || isEmptyMark(cell.text)) return []
    seen.add(cell)
    const head = columns.heads[column] ?? ''
    const day = dayUnder(head, time)
    return splitParts(cell.text)
      .filter((part) => !saysNothingHeld(part))
      .flatMap((part) => readFreeLine(part, time.context).map(({ title, day: own, isOwnDay, ...rest }): Draft => ({ row, title: inOneLine(title), words: title, ...rest, day: own !== undefined && isOwnDay ? own : day })))
  })
  return { drafts, findings: [] }
}

const dayUnder = (head: string, { week }: Time): ListDay => {
  const on = week === undefined ? undefined : dayInWeek(week, weekdayIn(head) ?? 0)
  return on === undefined ? { on: null, fault: 'not_exact', written: head } : { on, written: head }
}
