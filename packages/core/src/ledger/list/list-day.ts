import { readNumeral } from '../../clause/numerals.ts'
import { dayFromNumber, daysInMonth, formatDay, sayFullDay } from '../../calendar.ts'
import { findDayWords, withoutTimes, type DayWord } from './day-words.ts'
import type { ListCell } from './list.ts'
import { plainWidth } from './plain-width.ts'

/** A stretch of days that a list tells, of a week at most: 第8周（4.4-4.8）. */
export type Week = { readonly on: string; readonly until: string }

/** What a list says about time around a cell: its year by month (a school year has two), the month of its heading. */
export type DayContext = {
  /** The ledger's year. */
  readonly year: number
  readonly yearOf: (month: number) => number
  readonly month?: number
  /** A year that Excel put in by itself, because the days were typed without one. */
  readonly typedIn?: number
  /** True where text may have lost its last nought on the way: 3.1 may be 3.10. */
  readonly pasted?: boolean
  /** True where lines under a month open with their day alone: `05 支委会`. */
  readonly opensWithDay?: boolean
  /** The week around a line or row: 第8周（4.4-4.8）. */
  readonly week?: Week
  /** True in a column of days: `28-30` there is three days and no month. */
  readonly daysOnly?: boolean
}

type DayFault = 'missing' | 'not_exact' | 'no_such_day' | 'outside_year'

/** A day as the list tells it; `on` is null with the reason beside it. `orElse` is the other day that `3.1` may mean, `until` the last of a range. */
export type ListDay =
  | { readonly on: string; readonly written: string; readonly orElse?: string; readonly until?: string }
  | { readonly on: null; readonly fault: DayFault; readonly written: string }

export type DayCell = {
  readonly days: readonly ListDay[]
  /** The month that the cell names, for the rows below it. */
  readonly month?: number
}

/** Days that a cell tells, in its order; empty where it tells nothing about time. */
export const readDayCell = (cell: ListCell, context: DayContext): DayCell => {
  const serial = readSerial(asNumber(cell), context)
  if (serial !== undefined) return serial
  const text = shownText(cell)
  const under = daysUnderMonth(text, context)
  if (under !== undefined) return { days: under }
  const words = findDayWords(text, context.year)
  const exact = words.filter((word) => word.kind === 'day')
  if (exact.length > 0) {
    const days = exact.map((word) => withOther(resolveDay(word, text, context), cell, text, context))
    const month = exact.at(-1)?.month
    return { days, ...(month === undefined ? {} : { month }) }
  }
  const loose = words.find((word) => word.kind === 'loose')
  const bare = bareDay(text, context)
  if (bare !== undefined) return { days: [bare] }
  if (loose === undefined) return { days: [] }
  return { days: [{ on: null, fault: 'not_exact', written: text.trim() }], ...(loose.month === undefined ? {} : { month: loose.month }) }
}

/** A day word in the year and month around it. */
export const resolveDay = (word: DayWord, text: string, context: DayContext): ListDay => {
  const written = text.slice(word.at, word.end).trim()
  const month = word.month ?? context.month
  if (word.kind === 'loose' || month === undefined) return { on: null, fault: 'not_exact', written }
  const year = word.year ?? context.yearOf(month)
  const day = dayOf(year, month, word.day, word.month === undefined ? `${month}月${word.day}日` : written, context)
  const last = word.until === undefined ? undefined : dayOf(year, word.until.month ?? month, word.until.day, written, context)
  return day.on === null || last === undefined || last.on === null || last.on < day.on ? day : { ...day, until: last.on }
}

const dayOf = (year: number, month: number, day: number, written: string, context: DayContext): ListDay => {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return { on: null, fault: 'no_such_day', written }
  const on = formatDay(year, month, day)
  return year === context.year ? { on, written } : { on: null, fault: 'outside_year', written: sayFullDay(on) }
}

/** What a person sees in the cell: 3.1 shown with two decimals is 3.10; `3. 15` is 3.15. */
const shownText = ({ text, value, format }: ListCell): string => {
  const decimals = value === undefined ? undefined : /^[#0]+\.(0+)/.exec(format ?? '')?.[1]?.length
  const shown = value !== undefined && decimals !== undefined ? value.toFixed(decimals) : text
  return /^[\d\s.．。/\-—~、,，]+$/.test(shown) ? shown.replace(/[ \t　]+/g, '') : shown
}

const isDateFormat = (format: string): boolean => {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  return /[yd]/.test(bare) || /m/.test(bare.replace(/[hs].*/g, '')) || /e年|年/.test(format)
}

const serials = { from: 36_526, to: 54_789 } as const

/** An Excel date: a count of days since 1899-12-30. 3.15 typed into a cell with a date format stays 3.15. */
const readSerial = ({ value, format }: ListCell, context: DayContext): DayCell | undefined => {
  if (value === undefined || value < serials.from || value > serials.to) return undefined
  const dated = format !== undefined && isDateFormat(format)
  if (!dated && !Number.isInteger(value)) return undefined
  const on = dayFromNumber(Math.floor(value) - 25_569)
  const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))]
  if (dated && !/d/i.test(format)) return { days: [{ on: null, fault: 'not_exact', written: `${year}年${month}月` }], month }
  const own = dated && !/[ye]/i.test(format.replace(/"[^"]*"/g, '')) && year === context.typedIn ? context.yearOf(month) : year
  return { days: [dayOf(own, month, day, sayFullDay(on), context)], month }
}

/** A date that became its own count of days on the way through text: 44610. */
const asNumber = (cell: ListCell): ListCell =>
  cell.value === undefined && /^\s*\d{5}\s*$/.test(plainWidth(cell.text)) ? { text: cell.text, value: Number(plainWidth(cell.text)) } : cell

/** The year of a date that Excel shows without one; undefined for any other cell. */
export const hiddenYear = ({ value, format }: ListCell): number | undefined => {
  if (value === undefined || format === undefined || value < serials.from || value > serials.to) return undefined
  if (!isDateFormat(format) || !/d/i.test(format) || /[ye]/i.test(format.replace(/"[^"]*"/g, ''))) return undefined
  return Number(dayFromNumber(Math.floor(value) - 25_569).slice(0, 4))
}

const besideDays = /(?<=[\d日号])\s*(?:[（(]?(?:上午|下午|晚上?|中午|早上)[）)]?|[（(]?(?:周|星期)[一二三四五六日天][）)]?)/g

/** Days without a month under one: `10、24` are two, `28-30` is a stretch that begins on the first. */
const daysUnderMonth = (text: string, context: DayContext): readonly ListDay[] | undefined => {
  const { month } = context
  const plain = withoutTimes(plainWidth(text)).replace(besideDays, '').trim()
  // Without a month, 10、16 is a slip of the hand for 10.16.
  const slip = /^(1[0-2]|[1-9])\s*[、,，]\s*(\d{1,2})$/.exec(plain)
  if (month === undefined && slip !== null) return [dayOf(context.yearOf(Number(slip[1])), Number(slip[1]), Number(slip[2]), plain, context)]
  if (month === undefined || !/^\d{1,2}[日号]?(?:\s*[-~—–至、,，;；和\s\n]{1,2}\s*\d{1,2}[日号]?)+$/.test(plain)) return undefined
  const [first = 0, ...more] = plain.split(/\D+/).filter((part) => part !== '').map(Number)
  // 4-12 under April is a month and a day; 8-9 under December can only be two days.
  if (context.daysOnly !== true && first <= 12 && (first === month || (more[0] ?? 0) <= first) && /^\d{1,2}\s*[-—–]\s*\d{1,2}[日号]?$/.test(plain)) return undefined
  const isStretch = /[-~—–至]/.test(plain) || more.every((day, index) => day === first + index + 1)
  return (isStretch ? [first] : [first, ...more]).map((day) => dayOf(context.yearOf(month), month, day, `${month}月${day}日`, context))
}

/** `15` under a month, `0315` and `1215` without any mark. */
const bareDay = (text: string, context: DayContext): ListDay | undefined => {
  const written = withoutTimes(plainWidth(text)).replace(besideDays, '').trim()
  const digits = /^[一二三四五六七八九十廿]{1,3}$/.test(written) ? String(readNumeral(written.replace('廿', '二十')) ?? written) : written
  if (/^\d{1,2}$/.test(digits) && context.month !== undefined) return dayOf(context.yearOf(context.month), context.month, Number(digits), `${context.month}月${Number(digits)}日`, context)
  if (!/^\d{3,4}$/.test(digits)) return undefined
  const splits = [2, 1].flatMap((length) => {
    const month = Number(digits.slice(0, length))
    const day = Number(digits.slice(length))
    if (digits.length - length > 2 || month < 1 || month > 12 || day < 1) return []
    const one = dayOf(context.yearOf(month), month, day, digits, context)
    return one.on === null ? [] : [one]
  })
  return splits.length === 1 || digits.length === 4 ? splits[0] : splits.length === 0 ? undefined : { on: null, fault: 'not_exact', written: digits }
}

/** A number cannot hold the nought of 3.10: the other day is kept beside it, and the order of the list may tell. */
const withOther = (day: ListDay, { value, format }: ListCell, text: string, context: DayContext): ListDay => {
  const match = /^\s*(\d{1,2})\.([123])\s*$/.exec(text)
  if (day.on === null || match === null || (value === undefined && (format !== undefined || context.pasted !== true))) return day
  const month = Number(match[1])
  const other = dayOf(context.yearOf(month), month, Number(match[2]) * 10, day.written, context)
  return other.on === null ? day : { ...day, orElse: other.on }
}
