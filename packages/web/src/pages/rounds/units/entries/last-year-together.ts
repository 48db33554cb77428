import { dayNumber, monthOf, yearOf } from '@zicha/core'
import type { PastRecord } from '@zicha/core'

/** A record of the year before that was more than one thing. */
export type Together = { readonly happenedOn: string; readonly also: readonly string[] }

/** Last year's record of a kind in the month of a day that counted as more besides; of several the one nearest in the year. */
export const sameMonthBefore = (kind: string, day: string, lastYear: readonly PastRecord[]): Together | undefined => {
  const [nearest] = lastYear
    .filter(({ countsAs, happenedOn }) => countsAs.length > 1 && countsAs.includes(kind) && monthOf(happenedOn) === monthOf(day))
    .sort((a, b) => Math.abs(dayOfYear(a.happenedOn) - dayOfYear(day)) - Math.abs(dayOfYear(b.happenedOn) - dayOfYear(day)))
  return nearest === undefined ? undefined : { happenedOn: nearest.happenedOn, also: nearest.countsAs.filter((one) => one !== kind) }
}

const dayOfYear = (day: string): number => dayNumber(day) - dayNumber(`${yearOf(day)}-01-01`)

/** 去年, or the year itself where rounds were further apart. */
export const sayYearBefore = (before: string, day: string): string => (yearOf(before) === yearOf(day) - 1 ? '去年' : `${yearOf(before)}年`)
