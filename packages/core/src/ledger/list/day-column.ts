import { withoutTimes } from './day-words.ts'
import type { Columns } from './list-columns.ts'
import type { ListCell, ListRow } from './list.ts'
import { isWhollyTime } from './loose-row.ts'
import { isEmptyMark } from './passing-rows.ts'
import { plainWidth } from './plain-width.ts'

const looked = 12

/**
 * Heads that name no day, or name one over hours only: of their rows one column holds nothing but days, and that column is
 * the day's, whatever it is called. Beside a month it may hold bare numbers.
 */
export const withDayColumn = (columns: Columns, below: readonly ListRow[], year: number): Columns => {
  const { roles } = columns
  if (roles.some((role) => role === 'matrix' || role === 'ofWeek')) return columns
  const table = below[0]?.table
  const rows = below.slice(0, looked).filter((row) => row.table === table)
  const cellsIn = (column: number): readonly ListCell[] =>
    rows.flatMap((row) => {
      const cell = row.cells[column]
      return cell === undefined || isEmptyMark(cell.text) || row.cells.filter((one) => one === cell).length > 1 ? [] : [cell]
    })
  const tells = (cell: ListCell): boolean => cell.value !== undefined || /[一二三四五六七八九十]/.test(cell.text) || /\d/.test(withoutTimes(plainWidth(cell.text)))
  if (roles.some((role, column) => (role === 'date' && cellsIn(column).some(tells)) || (role === 'month' && cellsIn(column).some((cell) => tells(cell) && /[日号./]/.test(cell.text))))) return columns
  const hasMonth = roles.includes('month')
  const isDay = (cell: ListCell): boolean => isWhollyTime(cell, year) || (hasMonth && bareDay.test(plainWidth(cell.text).trim()))
  const isDays = (column: number): boolean => {
    const cells = cellsIn(column)
    return cells.length >= 2 && cells.filter(isDay).length * 3 >= cells.length * 2
  }
  const day = roles.findIndex((role, column) => (role === undefined || role === 'aside' || role === 'weekday') && isDays(column))
  return day < 0 ? columns : { ...columns, roles: roles.map((role, column) => (column === day ? 'date' : role === 'date' ? 'aside' : role)) }
}

const bareDay = /^(?:[1-9]|[12]\d|3[01])\s*[日号]?\s*(?:上午|下午|晚上?)?$/
