import type { Holiday } from '@zicha/core'
import { schoolDaysFrom, setDay } from './group-draft.ts'
import type { Group } from './group-draft.ts'

/** A day on which schools are to be seen and none is open: the holiday came into the calendar later. */
export type HolidayVisits = {
  readonly day: string
  readonly holiday: string
  readonly units: readonly string[]
  /** The first school day after it. */
  readonly next: string
}

export const listHolidayVisits = (groups: readonly Group[], holidays: readonly Holiday[]): readonly HolidayVisits[] => {
  const visits = groups.flatMap((group) => group.visits)
  const days = [...new Set(visits.flatMap(({ day }) => (day === null ? [] : [day])))].toSorted()
  return days.flatMap((day) => {
    const holiday = holidays.find(({ from, to }) => from <= day && day <= to)
    const next = schoolDaysFrom(day, 1, holidays)[0]
    if (holiday === undefined || next === undefined) return []
    return [{ day, holiday: holiday.name, units: visits.filter((visit) => visit.day === day).map(({ unit }) => unit), next }]
  })
}

/** All of them to the next school day. */
export const moveOffHoliday = (groups: readonly Group[], { units, next }: HolidayVisits): readonly Group[] =>
  units.reduce((moved, unit) => setDay(moved, unit, next), groups)
