import { packDay, periodIndexOf, periodsInYear, type BureauCalendar, type Per } from '../calendar.ts'
import { isList, type FactValue } from './answer.ts'
import { isCount } from './check-answer.ts'

/** A period of the year (from 0) in which something is missing, and how many. */
export type Gap = { readonly index: number; readonly missing: number }

/** A count held against what is required. `gaps` is empty where only a number for the year is known. */
export type Tally = {
  readonly required: number
  readonly done: number
  readonly missing: number
  readonly gaps: readonly Gap[]
}

/** How many were required in a year, how many there were, and in which periods the missing ones fall. */
export const tallyOf = (
  need: { readonly count: number; readonly per: Per },
  value: FactValue | undefined,
  year: number,
  calendar: BureauCalendar,
): Tally => {
  const periods = periodsInYear[need.per]
  const required = need.count * periods
  if (value === undefined || value === null || !isList(value)) {
    const done = isCount(value) ? value : 0
    return { required, done, missing: Math.max(0, required - done), gaps: [] }
  }
  const indexOf = periodIndexOf(need.per, calendar)
  const seen = new Array<number>(periods).fill(0)
  let done = 0
  for (const day of value) {
    const packed = typeof day === 'string' ? packDay(day) : 0
    if (packed === 0 || Math.floor(packed / 10000) !== year) continue
    done += 1
    const index = indexOf(packed)
    seen[index] = (seen[index] ?? 0) + 1
  }
  const gaps = seen.flatMap((count, index) =>
    count < need.count ? [{ index, missing: need.count - count }] : [],
  )
  return { required, done, missing: gaps.reduce((all, gap) => all + gap.missing, 0), gaps }
}
