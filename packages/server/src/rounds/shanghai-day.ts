/** The plain day in Shanghai on which an instant falls: no summer time there since 1991, so always eight hours on. */
export const dayFromInstant = (instant: string): string =>
  isSameDay(instant) ? instant.slice(0, 10) : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Before 16:00 UTC the day in Shanghai is the one that is written: most instants need no reckoning. */
const isSameDay = (instant: string): boolean => instant.endsWith('Z') && Number(instant.slice(11, 13)) < 16
