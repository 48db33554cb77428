import { readNumeral } from '../../clause/numerals.ts'
import { findDayWords } from './day-words.ts'
import { inOneLine } from './draft.ts'
import type { ColumnRole, Columns } from './list-columns.ts'
import { readDayCell, type DayContext, type ListDay, type Week } from './list-day.ts'
import type { ListCell, ListRow } from './list.ts'
import { isEmptyMark } from './passing-rows.ts'
import { plainWidth } from './plain-width.ts'
import { dayInWeek, weekdayIn, weekOf } from './week-day.ts'

/** What the rows above left behind: the month of a column that is filled in once, the last day, the kind that opens a group. */
export type Carried = { readonly month?: number; readonly year?: number; readonly day?: ListDay; readonly kind?: string }

export const cellsOf = (row: ListRow, columns: Columns, ...roles: readonly ColumnRole[]): readonly ListCell[] => [
  ...new Set(row.cells.filter((cell, column): cell is ListCell => cell !== undefined && roles.includes(columns.roles[column] ?? 'aside') && cell.text.trim() !== '')),
]

/** The days of a row, what its cells say around them, and its week where the days are that week. */
export type Time = { readonly days: readonly ListDay[]; readonly context: DayContext; readonly carried: Carried; readonly week?: Week }

const ditto = /^(?:同上|〃|″|"|”|“|''|同日|当日|当天|同前|同一天)$/

/** When a row was, from its own cells, the week that it stands in and what the rows above left behind. */
export const readTime = (row: ListRow, columns: Columns, context: DayContext, carried: Carried): Time => {
  const time = readWritten(row, columns, context, carried)
  const [only, ...more] = time.days
  const weekCells = cellsOf(row, columns, 'week')
  const told = weekCells.flatMap((cell) => readDayCell(cell, time.context).days)
  const dateText = [...cellsOf(row, columns, 'weekday').map((cell) => cell.text.trim().replace(/^(?=[一二三四五六日天]$)/, '周')), ...cellsOf(row, columns, 'date', 'week').map((cell) => cell.text)].join(' ')
  const weekday = weekdayIn(dateText)
  const isOpen = only === undefined || (only.on === null && only.fault === 'not_exact' && weekday !== undefined)
  const week = more.length > 0 ? undefined : (weekOf(only) ?? (isOpen ? (weekOf(told[0]) ?? context.week) : undefined))
  if (week === undefined) return only === undefined && told.length > 0 ? { ...time, days: told.slice(0, 1) } : time
  const on = weekday === undefined ? undefined : dayInWeek(week, weekday)
  if (on !== undefined) return { ...time, days: [{ on, written: inOneLine(dateText) }] }
  return { ...time, days: isOpen ? [{ on: week.on, until: week.until, written: inOneLine(dateText) }] : time.days, week }
}

const readWritten = (row: ListRow, columns: Columns, context: DayContext, carried: Carried): Time => {
  const year = cellsOf(row, columns, 'year').map((cell) => Number(/20\d{2}/.exec(plainWidth(cell.text))?.[0])).find((one) => one > 0) ?? carried.year
  const monthCells = cellsOf(row, columns, 'month')
  const ownMonth = monthCells.map((cell) => monthIn(cell.text, context.year)).find((one) => one !== undefined)
  const month = ownMonth ?? (columns.roles.includes('month') ? carried.month : undefined) ?? context.month
  const inner: DayContext = { ...context, ...(year === undefined ? {} : { yearOf: () => year }), ...(month === undefined ? {} : { month }) }
  const dateCells = cellsOf(row, columns, 'date').filter((cell) => !isEmptyMark(cell.text))
  const kept: Carried = { ...carried, ...(year === undefined ? {} : { year }), ...(month === undefined || !columns.roles.includes('month') ? {} : { month }) }
  if (dateCells.some((cell) => ditto.test(cell.text.trim()))) return { days: carried.day === undefined ? [] : [carried.day], context: inner, carried: kept }
  let unread: ListDay | undefined
  // A bare number in the month's column is the month and no day.
  const telling = monthCells.filter((cell) => /[日号./]/.test(cell.text) || (cell.value ?? 0) > 31)
  let beside: number | undefined
  for (const cell of [...dateCells, ...telling]) {
    const daysOnly = /^[日号]$/.test(columns.heads[row.cells.indexOf(cell)] ?? '')
    const read = readDayCell(cell, { ...withLastMonth(cell, beside === undefined ? inner : { ...inner, month: beside }, carried), daysOnly: daysOnly || beside !== undefined })
    const isMonthCell = monthCells.includes(cell) && !dateCells.includes(cell)
    if (read.days.length > 0 && read.days.some((day) => day.on !== null || day.fault !== 'not_exact')) {
      return { days: read.days, context: inner, carried: { ...kept, ...(read.month === undefined ? {} : { month: read.month }) } }
    }
    beside ??= read.month
    if (!isMonthCell || unread === undefined) unread ??= read.days[0] ?? (isMonthCell ? undefined : { on: null, fault: 'not_exact', written: inOneLine(cell.text) })
  }
  return { days: unread === undefined ? [] : [unread], context: inner, carried: kept }
}

/** `15日` under `3月8日` is of March, as long as the days go on. */
const withLastMonth = (cell: ListCell, context: DayContext, carried: Carried): DayContext => {
  const day = Number(/^\s*(\d{1,2})\s*[日号]/.exec(plainWidth(cell.text))?.[1])
  const last = carried.day?.on
  if (context.month !== undefined || last === undefined || last === null || !(day >= Number(last.slice(8)))) return context
  return { ...context, month: Number(last.slice(5, 7)) }
}

const monthIn = (text: string, year: number): number | undefined => {
  const word = findDayWords(text, year).find((one) => one.month !== undefined)
  if (word?.month !== undefined) return word.month
  const bare = readNumeral(plainWidth(text).replace(/\s/g, ''))
  return bare !== undefined && bare >= 1 && bare <= 12 && Number.isInteger(bare) ? bare : undefined
}
