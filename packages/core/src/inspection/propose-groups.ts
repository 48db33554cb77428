import { findAvoidance, type GroupWorld } from './check-groups.ts'
import type { GroupInspector, GroupSection, InspectionGroup } from './groups.ts'

export type ProposalInput = GroupWorld & {
  /** How many inspectors go together; three unless said otherwise. */
  readonly size?: number
  /** The days on which schools are visited, in order; empty: no days are given. */
  readonly days: readonly string[]
}

/**
 * A fair split that people then correct: inspectors in groups of about `size`, sections shared so that each member has
 * about as many items, every unit in a group none of whose members must avoid it, and no group with more units than
 * avoidance makes necessary. The same input gives the same groups; a unit that everybody avoids stays out.
 */
export const proposeGroups = (input: ProposalInput): readonly InspectionGroup[] => {
  const teams = formTeams(input.inspectors, input.size ?? 3)
  const units = [...input.units].sort((a, b) => byText(a.code, b.code))
  const may = units.map((unit) =>
    teams.flatMap((team, index) => (team.every((one) => findAvoidance(one, unit.code) === undefined) ? [index] : [])),
  )
  const placed = placeFairly(may, teams.length)
  return teams.map((team, index) => {
    const own = units.filter((_, place) => placed[place] === index).map((unit) => unit.code)
    return { members: shareSections(team, input.sections), visits: spreadOverDays(own, input.days) }
  })
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As many groups as are full; who is left over joins one by one, so sizes differ by at most one. */
const formTeams = (inspectors: readonly GroupInspector[], size: number): readonly (readonly GroupInspector[])[] => {
  const people = [...inspectors].sort((a, b) => byText(a.username, b.username))
  if (people.length === 0) return []
  const count = Math.max(1, Math.floor(people.length / Math.max(1, size)))
  return Array.from({ length: count }, (_, index) => people.filter((_one, place) => place % count === index))
}

/** The longest section goes to whom has least so far; with fewer sections than members some only help. */
const shareSections = (team: readonly GroupInspector[], sections: readonly GroupSection[]): InspectionGroup['members'] => {
  const loads = team.map((one) => ({ username: one.username, items: 0, sections: [] as number[] }))
  for (const section of [...sections].sort((a, b) => b.items - a.items || a.no - b.no)) {
    const least = loads.reduce<(typeof loads)[number] | undefined>((best, one) => (best === undefined || one.items < best.items ? one : best), undefined)
    if (least === undefined) break
    least.sections.push(section.no)
    least.items += section.items
  }
  return loads.map(({ username, sections: own }) => ({ username, sections: own.sort((a, b) => a - b) }))
}

/** In the order of codes, the same number each day, the first days one more. */
const spreadOverDays = (units: readonly string[], days: readonly string[]): InspectionGroup['visits'] => {
  const each = Math.floor(units.length / Math.max(1, days.length))
  const more = units.length - each * days.length
  const dayAt = units.map((_, index) => {
    const inFirst = more * (each + 1)
    const at = index < inFirst ? Math.floor(index / (each + 1)) : more + Math.floor((index - inFirst) / Math.max(1, each))
    return days[at] ?? null
  })
  return units.map((unit, index) => ({ unit, day: dayAt[index] ?? null }))
}

/** For each unit its group, or undefined where none may go: the smallest limit under which all find a place. */
const placeFairly = (may: readonly (readonly number[])[], groups: number): readonly (number | undefined)[] => {
  const wanted = may.filter((choices) => choices.length > 0).length
  for (let limit = Math.max(1, Math.ceil(wanted / Math.max(1, groups))); limit < wanted; limit += 1) {
    const placed = placeWithin(may, groups, limit)
    if (placed.filter((one) => one !== undefined).length === wanted) return placed
  }
  return placeWithin(may, groups, Math.max(1, wanted))
}

/** Units move over to make room for one another (augmenting paths), so a limit that can be met is met. */
const placeWithin = (may: readonly (readonly number[])[], groups: number, limit: number): readonly (number | undefined)[] => {
  const placed: (number | undefined)[] = may.map(() => undefined)
  const held = Array.from({ length: groups }, () => new Set<number>())
  const sizeOf = (group: number): number => held[group]?.size ?? 0
  const move = (unit: number, group: number): void => {
    const before = placed[unit]
    if (before !== undefined) held[before]?.delete(unit)
    held[group]?.add(unit)
    placed[unit] = group
  }
  const findRoom = (unit: number, tried: Set<number>): boolean => {
    const choices = (may[unit] ?? []).filter((group) => !tried.has(group)).sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)
    for (const group of choices) {
      tried.add(group)
      if (sizeOf(group) < limit || [...(held[group] ?? [])].some((other) => findRoom(other, tried))) {
        move(unit, group)
        return true
      }
    }
    return false
  }
  for (const unit of may.keys()) findRoom(unit, new Set())
  return placed
}
