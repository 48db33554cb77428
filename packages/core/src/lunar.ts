/**
 * Fixed days of a school's Party year, two of which move with the lunar calendar.
 * The lunar calendar is the platform's own (`Intl`, calendar `chinese`); the test holds it to the published almanac.
 */
import { dayFromNumber, dayNumber, formatDay } from './calendar.ts'

export type FixedDay = '5.10' | '12.9' | '七一' | '重阳' | '春节'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

/** `9-9` for the ninth day of the ninth month; a leap month reads `9bis-9` and so never matches. */
const lunarDay = (count: number): string => {
  const parts = lunar.formatToParts(count * 86_400_000)
  const one = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${one('month')}-${one('day')}`
}

const findLunar = (wanted: string, from: string, days: number): string | undefined => {
  const first = dayNumber(from)
  for (let ahead = 0; ahead < days; ahead += 1) {
    if (lunarDay(first + ahead) === wanted) return dayFromNumber(first + ahead)
  }
  return undefined
}

/** The day of a year on which a fixed day falls; undefined for a feast where the platform has no lunar calendar. */
export const findFixedDay = (year: number, day: FixedDay): string | undefined => {
  switch (day) {
    case '5.10':
      return formatDay(year, 5, 10)
    case '12.9':
      return formatDay(year, 12, 9)
    case '七一':
      return formatDay(year, 7, 1)
    case '重阳':
      return findLunar('9-9', formatDay(year, 9, 25), 45)
    case '春节':
      return findLunar('1-1', formatDay(year, 1, 18), 40)
  }
}
