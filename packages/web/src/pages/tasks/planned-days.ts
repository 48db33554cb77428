import type { GroupsAnswer } from '../../api/contract.ts'

/** Which school is visited on which day, as the bureau planned it. */
export const plannedDays = (groups: GroupsAnswer | undefined): ReadonlyMap<string, string> =>
  new Map((groups?.groups ?? []).flatMap(({ visits }) => visits).flatMap(({ unit, day }) => (day === null ? [] : [[unit, day] as const])))

/** Today's schools first, then those to come by day, then those without a day, then days that are over. */
export const byPlannedDay = (units: readonly string[], days: ReadonlyMap<string, string>, today: string): readonly string[] => {
  const placeOf = (unit: string): string => {
    const day = days.get(unit)
    return day === undefined ? '1' : day >= today ? `0 ${day}` : `2 ${day}`
  }
  return units.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : a < b ? -1 : 1))
}
