import type { GroupsAnswer } from '../../../api/contract.ts'
import type { Group } from './group-draft.ts'

/** A group as the printed schedule tells it: who sees to what, then its days in order, at last what has no day yet. */
export type ScheduleGroup = {
  readonly no: number
  readonly members: readonly { readonly username: string; readonly name: string; readonly duties: readonly string[] }[]
  readonly days: readonly { readonly day: string | null; readonly schools: readonly string[] }[]
}

/** Groups of nobody that go nowhere are left out; their numbers stay with the others. */
export const scheduleOf = (groups: readonly Group[], answer: GroupsAnswer): readonly ScheduleGroup[] =>
  groups.flatMap(({ members, visits }, index) => {
    if (members.length + visits.length === 0) return []
    const days = [...new Set(visits.map(({ day }) => day))].toSorted((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1))
    return [
      {
        no: index + 1,
        members: members.map(({ username, sections }) => ({
          username,
          name: answer.inspectors.find((one) => one.username === username)?.name ?? username,
          duties: answer.sections.filter(({ no }) => sections.includes(no)).map(({ no, name }) => `${no} ${name}`),
        })),
        days: days.map((day) => ({
          day,
          schools: answer.units.filter(({ code }) => visits.some((visit) => visit.unit === code && visit.day === day)).map(({ name }) => name),
        })),
      },
    ]
  })
