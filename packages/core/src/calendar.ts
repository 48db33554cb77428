/**
 * Plain days (`YYYY-MM-DD`, Asia/Shanghai as people write them) and the stretches of a school's year.
 * No clock: today is always an argument. Nothing here shifts by a time zone.
 */

/** Over which stretch of time a count is required; `unspecified` and `term` are held against the year as a whole. */
export type Per = 'year' | 'half' | 'quarter' | 'month' | 'semester' | 'week' | 'term' | 'unspecified'

/** When a bureau's semesters begin, `MM-DD`. Marks know two halves of a calendar year: before autumn is spring. */
export type BureauCalendar = { readonly springStartsOn: string; readonly autumnStartsOn: string }

export const defaultCalendar: BureauCalendar = { springStartsOn: '02-10', autumnStartsOn: '08-15' }

/** A stretch of one year with its Chinese name; `from` and `to` are included. */
export type Period = { readonly name: string; readonly from: string; readonly to: string }

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month (1 to 12); 0 where there is no such month. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthDays[month - 1] ?? 0)

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

/**
 * A day as one whole number, `2022-03-15` → 20220315; 0 for anything that is no day of the calendar.
 * One number and no object, in whole-number steps, because scoring a batch reads hundreds of days a school.
 */
export const packDay = (text: string): number => {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return 0
  const a = digit(text, 0)
  const b = digit(text, 1)
  const c = digit(text, 2)
  const d = digit(text, 3)
  const e = digit(text, 5)
  const f = digit(text, 6)
  const g = digit(text, 8)
  const h = digit(text, 9)
  // Below 0 is before '0'; with 6 added, whatever lies beyond '9' reaches 16.
  if ((a | b | c | d | e | f | g | h) < 0) return 0
  if (((a + 6) | (b + 6) | (c + 6) | (d + 6) | (e + 6) | (f + 6) | (g + 6) | (h + 6)) > 15) return 0
  const year = a * 1000 + b * 100 + c * 10 + d
  const month = e * 10 + f
  const day = g * 10 + h
  if (year === 0 || month === 0 || month > 12 || day === 0) return 0
  return day <= 28 || day <= daysInMonth(year, month) ? year * 10000 + month * 100 + day : 0
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The text of a day from its numbers, which must name a day of the calendar. */
export const formatDay = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** True for a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => packDay(text) !== 0

const monthOfPacked = (packed: number): number => ((packed / 100) | 0) % 100

export const yearOf = (day: string): number => Math.floor(packDay(day) / 10000)

export const monthOf = (day: string): number => monthOfPacked(packDay(day))

/** `2022-03-12` as people say it within a year: 3月12日. Text that is no day is given back as it stands. */
export const sayDay = (day: string): string => {
  const packed = packDay(day)
  return packed === 0 ? day : `${Math.floor(packed / 100) % 100}月${packed % 100}日`
}

/** With its year: 2022年3月12日. */
export const sayFullDay = (day: string): string => (isDay(day) ? `${yearOf(day)}年${sayDay(day)}` : day)

/** Days since 1970-01-01 (of the proleptic Gregorian calendar), for adding and comparing days. */
export const dayNumber = (day: string): number => {
  const packed = packDay(day)
  return Date.UTC(Math.floor(packed / 10000), (Math.floor(packed / 100) % 100) - 1, packed % 100) / 86_400_000
}

export const dayFromNumber = (count: number): string => new Date(count * 86_400_000).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => dayFromNumber(dayNumber(day) + count)

/** How many periods a year has for a count; `term` and `unspecified` are held against the year as a whole. */
export const periodsInYear: { readonly [P in Per]: number } = {
  year: 1,
  half: 2,
  quarter: 4,
  month: 12,
  semester: 2,
  week: 52,
  term: 1,
  unspecified: 1,
}

/** Monday is 0, for 1 January of a year. */
const firstWeekday = (year: number): number => {
  const before = year - 1
  return (before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)) % 7
}

/** Days from 1 January to the Monday of ISO week 1: from -3 to 3. */
const firstMonday = (year: number): number => {
  const weekday = firstWeekday(year)
  return weekday <= 3 ? -weekday : 7 - weekday
}

const dayOfYear = (packed: number): number => {
  const year = Math.floor(packed / 10000)
  const month = Math.floor(packed / 100) % 100
  let days = packed % 100
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier)
  return days
}

/** ISO week within the calendar year, 0 to 51; the days before week 1 and after week 52 belong to their neighbour. */
const weekIndex = (packed: number): number => {
  const week = Math.floor((dayOfYear(packed) - 1 - firstMonday(Math.floor(packed / 10000))) / 7)
  return week < 0 ? 0 : week > 51 ? 51 : week
}

const packMonthDay = (monthDay: string): number => Number(monthDay.slice(0, 2)) * 100 + Number(monthDay.slice(3, 5))

/** Which period (from 0) of its year a packed day falls into. */
export const periodIndexOf = (per: Per, calendar: BureauCalendar): ((packed: number) => number) => {
  switch (per) {
    case 'month':
      return (packed) => monthOfPacked(packed) - 1
    case 'quarter':
      return (packed) => ((monthOfPacked(packed) - 1) / 3) | 0
    case 'half':
      return (packed) => (monthOfPacked(packed) > 6 ? 1 : 0)
    case 'semester': {
      const autumn = packMonthDay(calendar.autumnStartsOn)
      return (packed) => (packed % 10000 >= autumn ? 1 : 0)
    }
    case 'week':
      return weekIndex
    case 'year':
    case 'term':
    case 'unspecified':
      return () => 0
  }
}

const quarterNames = ['一季度', '二季度', '三季度', '四季度'] as const
const halfNames = ['上半年', '下半年'] as const
const semesterNames = ['春学期', '秋学期'] as const

/** What a period is called, without reckoning its days. */
export const sayPeriod = (per: Per, index: number): string => {
  switch (per) {
    case 'month':
      return `${index + 1}月`
    case 'quarter':
      return quarterNames[index] ?? ''
    case 'half':
      return halfNames[index] ?? ''
    case 'semester':
      return semesterNames[index] ?? ''
    case 'week':
      return `第${index + 1}周`
    case 'year':
    case 'term':
    case 'unspecified':
      return '全年'
  }
}

const monthSpan = (year: number, first: number, last: number): Omit<Period, 'name'> => ({
  from: formatDay(year, first, 1),
  to: formatDay(year, last, daysInMonth(year, last)),
})

const spanOf = (year: number, per: Per, index: number, calendar: BureauCalendar): Omit<Period, 'name'> => {
  switch (per) {
    case 'month':
      return monthSpan(year, index + 1, index + 1)
    case 'quarter':
      return monthSpan(year, index * 3 + 1, index * 3 + 3)
    case 'half':
      return monthSpan(year, index * 6 + 1, index * 6 + 6)
    case 'semester': {
      const autumn = `${pad(year, 4)}-${calendar.autumnStartsOn}`
      return index === 0
        ? { from: formatDay(year, 1, 1), to: addDays(autumn, -1) }
        : { from: autumn, to: formatDay(year, 12, 31) }
    }
    case 'week': {
      const monday = dayNumber(formatDay(year, 1, 1)) + firstMonday(year) + index * 7
      return {
        from: index === 0 ? formatDay(year, 1, 1) : dayFromNumber(monday),
        to: index === 51 ? formatDay(year, 12, 31) : dayFromNumber(monday + 6),
      }
    }
    case 'year':
    case 'term':
    case 'unspecified':
      return monthSpan(year, 1, 12)
  }
}

/** The periods of a year in order; together they cover each of its days once. */
export const periodsOf = (
  year: number,
  per: Per,
  calendar: BureauCalendar = defaultCalendar,
): readonly Period[] =>
  Array.from({ length: periodsInYear[per] }, (_, index) => ({
    name: sayPeriod(per, index),
    ...spanOf(year, per, index, calendar),
  }))

/** True where a bureau's setting names two days of every year in their order. */
export const isCalendar = (calendar: BureauCalendar): boolean =>
  isDay(`2023-${calendar.springStartsOn}`) &&
  isDay(`2023-${calendar.autumnStartsOn}`) &&
  calendar.springStartsOn < calendar.autumnStartsOn
