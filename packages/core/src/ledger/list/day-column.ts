import type { Columns } from './list-columns.ts'
import type { ListCell, ListRow } from './list.ts'
import { isWhollyTime } from './loose-row.ts'
import { isEmptyMark } from './passing-rows.ts'

const looked = 12

/** Heads that name no day, over rows of which one column holds nothing else: that column is the day's, whatever it is called. */
export const withDayColumn = (columns: Columns, below: readonly ListRow[], year: number): Columns => {
  if (columns.roles.some((role) => role === 'date' || role === 'month' || role === 'matrix' || role === 'ofWeek')) return columns
  const table = below[0]?.table
  const rows = below.slice(0, looked).filter((row) => row.table === table)
  const cellsIn = (column: number): readonly ListCell[] =>
    rows.flatMap((row) => {
      const cell = row.cells[column]
      return cell === undefined || isEmptyMark(cell.text) || row.cells.filter((one) => one === cell).length > 1 ? [] : [cell]
    })
  const isDays = (column: number): boolean => {
    const cells = cellsIn(column)
    return cells.length >= 2 && cells.filter((cell) => isWhollyTime(cell, year)).length * 3 >= cells.length * 2
  }
  const day = columns.roles.findIndex((role, column) => (role === undefined || role === 'aside' || role === 'weekday') && isDays(column))
  return day < 0 ? columns : { ...columns, roles: columns.roles.map((role, column) => (column === day ? 'date' : role)) }
}
