/** Plain days of a demonstration year, without a clock: a school day is a weekday outside holidays and breaks. */

const dayMs = 86_400_000

/** Month and day of the first and last day of each stretch without lessons, as most schools have them. */
const closed: readonly (readonly [string, string])[] = [
  ['01-01', '01-01'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['10-01', '10-07'],
]
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: string, days: number): string => isoOf(msOf(day) + days * dayMs)

const isWithin = (day: string, stretches: readonly (readonly [string, string])[]): boolean =>
  stretches.some(([first, last]) => day.slice(5) >= first && day.slice(5) <= last)

/**
 * The working day on or next after a day. Party work goes on in the breaks (the month's study falls before term
 * begins), so only weekends and public holidays are stepped over.
 */
export const workingDay = (day: string): string => {
  let next = day
  while ([0, 6].includes(new Date(msOf(next)).getUTCDay()) || isWithin(next, closed)) next = addDays(next, 1)
  return next
}

/** The day itself, or the Friday before a weekend. */
export const weekdayUntil = (day: string): string => {
  const weekday = new Date(msOf(day)).getUTCDay()
  return addDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0)
}

/** A moment of that day in Shanghai, as an instant. */
export const momentOf = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`)

/** The plain day in Shanghai on which an instant falls. */
export const dayOf = (instant: Date): string => isoOf(instant.getTime() + 8 * 3_600_000)
