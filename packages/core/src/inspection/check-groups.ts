import { isDay, sayDay } from '../calendar.ts'
import type { Finding } from '../finding.ts'
import type { GroupInspector, GroupSection, GroupUnit, InspectionGroup } from './groups.ts'

/** Who and what a round has to share out: its inspectors, the units that it asks, the sections of its form. */
export type GroupWorld = {
  readonly inspectors: readonly GroupInspector[]
  readonly units: readonly GroupUnit[]
  readonly sections: readonly GroupSection[]
}

/** Why an inspector keeps away from a unit; undefined where nothing stands against it. */
export const findAvoidance = (inspector: GroupInspector, unit: string): 'own' | 'former' | undefined =>
  inspector.unit === unit ? 'own' : inspector.formerUnits.includes(unit) ? 'former' : undefined

/**
 * Everything that stands against a set of groups. Errors: avoidance (own and former schools), somebody or a unit in two
 * groups or not there. Warnings: a section nobody sees to, a unit without a group.
 */
export const checkGroups = (groups: readonly InspectionGroup[], world: GroupWorld): readonly Finding[] => [
  ...groups.flatMap((group, index) => checkGroup(group, index, world)),
  ...listTwice(groups, world),
  ...world.units.filter((unit) => !groups.some((group) => group.visits.some((visit) => visit.unit === unit.code))).map(leftOut),
]

const checkGroup = (group: InspectionGroup, index: number, world: GroupWorld): readonly Finding[] => {
  const at = `/groups/${index}`
  const members = group.members.map((member, place) => ({
    member,
    place,
    inspector: world.inspectors.find((one) => one.username === member.username),
  }))
  const missing = members.flatMap(({ member, place, inspector }) =>
    inspector === undefined
      ? [fault('group.unknown_inspector', `${at}/members/${place}`, `“${member.username}”不是检查人，请换一位。`)]
      : member.sections
          .filter((no) => !world.sections.some((section) => section.no === no))
          .map((no) => fault('group.unknown_section', `${at}/members/${place}`, `表里没有第${no}项责任，请核对。`)),
  )
  const visits = group.visits.flatMap((visit, place): readonly Finding[] => {
    const where = `${at}/visits/${place}`
    const unit = world.units.find((one) => one.code === visit.unit)
    if (unit === undefined) return [fault('group.unknown_unit', where, `“${visit.unit}”不在这一轮名单里，请去掉。`)]
    if (visit.day !== null && !isDay(visit.day)) return [fault('group.day', where, `${unit.name}的日期“${visit.day}”没有这一天。`)]
    return members.flatMap(({ inspector }) => (inspector === undefined ? [] : sayAvoidance(inspector, unit, index, where)))
  })
  const seen = new Set(group.members.flatMap((member) => member.sections))
  const unseen = group.members.length === 0 ? [] : world.sections.filter((section) => !seen.has(section.no))
  return [
    ...missing,
    ...visits,
    ...(unseen.length === 0
      ? []
      : [warning('group.section_unseen', at, `第${index + 1}组还没有人看第${unseen.map(({ no }) => no).join('、')}项责任。`)]),
    ...(group.members.length === 0 && group.visits.length > 0
      ? [fault('group.nobody', at, `第${index + 1}组还没有人，却分了${group.visits.length}所学校。请先选人。`)]
      : []),
  ]
}

const sayAvoidance = (inspector: GroupInspector, unit: GroupUnit, index: number, where: string): readonly Finding[] => {
  switch (findAvoidance(inspector, unit.code)) {
    case 'own':
      return [fault('group.own_school', where, `${inspector.name}是${unit.name}的人，第${index + 1}组不能去。请换一组或换人。`)]
    case 'former':
      return [fault('group.former_school', where, `${inspector.name}在${unit.name}工作过，第${index + 1}组不能去。请换一组或换人。`)]
    case undefined:
      return []
  }
}

const listTwice = (groups: readonly InspectionGroup[], world: GroupWorld): readonly Finding[] => {
  const people = new Map<string, number>()
  const units = new Map<string, number>()
  return groups.flatMap((group, index) => [
    ...group.members.flatMap(({ username }, place) => {
      const before = people.get(username)
      people.set(username, index)
      const name = world.inspectors.find((one) => one.username === username)?.name ?? username
      return before === undefined
        ? []
        : [fault('group.inspector_twice', `/groups/${index}/members/${place}`, `${name}已经在第${before + 1}组，请留一处。`)]
    }),
    ...group.visits.flatMap(({ unit }, place) => {
      const before = units.get(unit)
      units.set(unit, index)
      const name = world.units.find((one) => one.code === unit)?.name ?? unit
      return before === undefined
        ? []
        : [fault('group.unit_twice', `/groups/${index}/visits/${place}`, `${name}已经归第${before + 1}组，请留一处。`)]
    }),
  ])
}

/** How many units a group has on which day, in words, where it is more than it can see: 12月2日排了7所. */
export const crowdedDays = (group: InspectionGroup, perDay: number): readonly string[] => {
  const days = new Map<string, number>()
  for (const { day } of group.visits) if (day !== null) days.set(day, (days.get(day) ?? 0) + 1)
  return [...days].filter(([, count]) => count > perDay).sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => `${sayDay(day)}排了${count}所`)
}

const leftOut = (unit: GroupUnit): Finding => warning('group.unit_left_out', '/groups', `${unit.name}还没有分组。`)

const fault = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })
const warning = (code: string, where: string, message: string): Finding => ({ code, level: 'warning', where, message })
