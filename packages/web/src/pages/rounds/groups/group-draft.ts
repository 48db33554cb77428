import { addDays, checkGroups, crowdedDays, findAvoidance, isSchoolDay, proposeGroups } from '@zicha/core'
import type { GroupInspector, Holiday, InspectionGroup } from '@zicha/core'
import type { GroupsAnswer, GroupsBody } from '../../../api/contract.ts'

/** How the split is proposed: inspectors in a group, the first day, schools a group sees in a day. */
export type Wishes = { readonly size: number; readonly firstDay: string; readonly perDay: number }

export type Group = InspectionGroup

/** So many school days from one on. Holidays are a hundred days at most each, so the search ends. */
export const schoolDaysFrom = (first: string, count: number, holidays: readonly Holiday[]): readonly string[] => {
  const days: string[] = []
  for (let day = first; days.length < count; day = addDays(day, 1)) if (isSchoolDay(day, holidays)) days.push(day)
  return days
}

/** The first school day after the round is due. */
export const firstDayAfter = (dueOn: string, holidays: readonly Holiday[]): string => schoolDaysFrom(addDays(dueOn, 1), 1, holidays)[0] ?? dueOn

export const proposalFor = (
  answer: GroupsAnswer,
  units: GroupsAnswer['units'],
  wishes: Wishes,
  holidays: readonly Holiday[],
): readonly Group[] => {
  const { inspectors, sections } = answer
  const teams = Math.max(1, Math.floor(inspectors.length / Math.max(1, wishes.size)))
  const days = Math.ceil(Math.ceil(units.length / teams) / Math.max(1, wishes.perDay))
  return proposeGroups({
    inspectors,
    units,
    sections,
    size: wishes.size,
    days: wishes.firstDay === '' ? [] : schoolDaysFrom(wishes.firstDay, days, holidays),
  })
}

export const draftOf = ({ groups }: GroupsAnswer): readonly Group[] =>
  groups.map(({ members, visits }) => ({
    members: members.map(({ username, sections }) => ({ username, sections })),
    visits: visits.map(({ unit, day }) => ({ unit, day })),
  }))

export const bodyOfDraft = (groups: readonly Group[]): GroupsBody => ({
  groups: groups.map(({ members, visits }) => ({
    members: members.map(({ username, sections }) => ({ username, sections: [...sections] })),
    visits: visits.map(({ unit, day }) => ({ unit, day })),
  })),
})

/** Index of the group that sees a school; -1 where none does. */
export const groupOfUnit = (groups: readonly Group[], unit: string): number =>
  groups.findIndex(({ visits }) => visits.some((visit) => visit.unit === unit))

export const groupOfInspector = (groups: readonly Group[], username: string): number =>
  groups.findIndex(({ members }) => members.some((member) => member.username === username))

/** Puts a school into a group (-1: into none); its day goes along. */
export const moveUnit = (groups: readonly Group[], unit: string, to: number): readonly Group[] => {
  const day = dayOfUnit(groups, unit)
  return groups.map((group, index) => {
    const others = group.visits.filter((visit) => visit.unit !== unit)
    return { ...group, visits: index === to ? [...others, { unit, day }] : others }
  })
}

export const dayOfUnit = (groups: readonly Group[], unit: string): string | null =>
  groups.flatMap(({ visits }) => visits).find((visit) => visit.unit === unit)?.day ?? null

export const setDay = (groups: readonly Group[], unit: string, day: string | null): readonly Group[] =>
  groups.map((group) => ({ ...group, visits: group.visits.map((visit) => (visit.unit === unit ? { unit, day } : visit)) }))

/** Puts an inspector into a group with what they see to; a group that is not there yet is made; -1 takes them out. */
export const moveInspector = (groups: readonly Group[], username: string, to: number): readonly Group[] => {
  const sections = groups.flatMap(({ members }) => members).find((member) => member.username === username)?.sections ?? []
  const without = groups.map((group) => ({ ...group, members: group.members.filter((member) => member.username !== username) }))
  if (to < 0) return without
  const room = to < without.length ? without : [...without, { members: [], visits: [] }]
  return room.map((group, index) => (index === to ? { ...group, members: [...group.members, { username, sections }] } : group))
}

export const toggleSection = (groups: readonly Group[], username: string, section: number): readonly Group[] =>
  groups.map((group) => ({
    ...group,
    members: group.members.map((member) =>
      member.username !== username
        ? member
        : {
            username,
            sections: member.sections.includes(section)
              ? member.sections.filter((no) => no !== section)
              : [...member.sections, section].toSorted((a, b) => a - b),
          },
    ),
  }))

/** Who of a group keeps away from a school, in a few words for the cell: 王丽的学校, 王丽待过; undefined: nobody. */
export const avoidanceWords = (group: Group, inspectors: readonly GroupInspector[], unit: string): string | undefined => {
  const words = group.members.flatMap(({ username }) => {
    const inspector = inspectors.find((one) => one.username === username)
    switch (inspector === undefined ? undefined : findAvoidance(inspector, unit)) {
      case 'own':
        return [`${inspector?.name ?? ''}的学校`]
      case 'former':
        return [`${inspector?.name ?? ''}待过`]
      case undefined:
        return []
    }
  })
  return words.length === 0 ? undefined : words.join('，')
}

/** Schools in a sentence: three by name, of more the number. */
export const nameFew = (names: readonly string[]): string =>
  `${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}所` : ''}`

/** What stands against saving, and what is only said: each school left out once, in one sentence. */
export const saidOfDraft = (
  groups: readonly Group[],
  answer: GroupsAnswer,
  units: GroupsAnswer['units'],
  perDay: number,
): { readonly clashes: readonly string[]; readonly notes: readonly string[] } => {
  const found = checkGroups(groups, { inspectors: answer.inspectors, sections: answer.sections, units: answer.units })
  const left = units.filter(({ code }) => groupOfUnit(groups, code) < 0).map(({ name }) => name)
  return {
    clashes: found.filter(({ level }) => level === 'error').map(({ message }) => message),
    notes: [
      ...found.filter(({ code }) => code === 'group.section_unseen').map(({ message }) => message),
      ...(left.length === 0 ? [] : [`${nameFew(left)}还没有分组。`]),
      ...groups.flatMap((group, index) => crowdedDays(group, perDay).map((words) => `第${index + 1}组${words}，一天看${perDay}所看不完。`)),
    ],
  }
}
