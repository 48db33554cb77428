/** The plain day in Shanghai on which an instant falls: no summer time there since 1991, so always eight hours on. */
export const dayFromInstant = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
