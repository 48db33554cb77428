import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGroups, crowdedDays, findAvoidance } from './check-groups.ts'
import { inspectorsOfGroups } from './groups.ts'
import type { GroupInspector, InspectionGroup } from './groups.ts'
import { proposeGroups } from './propose-groups.ts'

const sections = [3, 5, 2, 6, 4, 3, 4, 3].map((items, index) => ({ no: index + 1, items }))
const inspector = (username: string, unit = 'bureau', ...formerUnits: string[]): GroupInspector => ({ username, name: `${username}老师`, unit, formerUnits })
const unit = (code: string) => ({ code, name: `${code}小学` })
const everybody = (group: string, ...visits: string[]): InspectionGroup => ({
  members: [{ username: group, sections: sections.map(({ no }) => no) }],
  visits: visits.map((code) => ({ unit: code, day: null })),
})

const world = fc
  .record({ people: fc.integer({ min: 1, max: 14 }), units: fc.integer({ min: 0, max: 40 }), size: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, units, size }) => {
    const codes = Array.from({ length: units }, (_, index) => `u${String(index).padStart(2, '0')}`)
    const home = fc.constantFrom('bureau', ...codes)
    return fc
      .array(fc.tuple(home, fc.subarray(codes, { maxLength: Math.min(3, units) })), { minLength: people, maxLength: people })
      .map((homes) => ({
        inspectors: homes.map(([own, former], index) => inspector(`p${String(index).padStart(2, '0')}`, own, ...former)),
        units: codes.map(unit),
        sections,
        days: ['2026-12-01', '2026-12-02'],
        size,
      }))
  })

test('who must keep away is named with the school and the reason', () => {
  const inspectors = [inspector('wang', 'a'), inspector('li', 'bureau', 'b')]
  const found = checkGroups([everybody('wang', 'a'), everybody('li', 'b')], { inspectors, units: [unit('a'), unit('b')], sections })
  expect(found.map(({ code, where, message }) => [code, where, message])).toEqual([
    ['group.own_school', '/groups/0/visits/0', 'wang老师是a小学的人，第1组不能去。请换一组或换人。'],
    ['group.former_school', '/groups/1/visits/0', 'li老师在b小学工作过，第2组不能去。请换一组或换人。'],
  ])
})

test('a section nobody sees to, a school without a group, a group of nobody and what stands twice are said', () => {
  const inspectors = [inspector('wang'), inspector('li')]
  const found = checkGroups(
    [
      { members: [{ username: 'wang', sections: [1, 2] }], visits: [{ unit: 'a', day: '2026-02-30' }] },
      { members: [{ username: 'wang', sections: [9] }, { username: 'nobody', sections: [] }], visits: [{ unit: 'a', day: null }] },
      { members: [], visits: [{ unit: 'z', day: null }] },
    ],
    { inspectors, units: [unit('a'), unit('b')], sections },
  )
  expect(found.map(({ code }) => code)).toEqual([
    'group.day', 'group.section_unseen', 'group.unknown_section', 'group.unknown_inspector', 'group.section_unseen',
    'group.unknown_unit', 'group.nobody', 'group.inspector_twice', 'group.unit_twice', 'group.unit_left_out',
  ])
})

test('nobody is ever proposed for their own or a former school', () => {
  fc.assert(
    fc.property(world, (input) => {
      for (const { members, visits } of proposeGroups(input)) {
        for (const { username } of members) {
          const one = input.inspectors.find((each) => each.username === username)
          for (const visit of visits) expect(one === undefined ? 'own' : findAvoidance(one, visit.unit)).toBe(undefined)
        }
      }
    }),
  )
})

test('every inspector, every section of a group and every school that somebody may see is placed once', () => {
  fc.assert(
    fc.property(world, (input) => {
      const groups = proposeGroups(input)
      const people = groups.flatMap(({ members }) => members.map(({ username }) => username))
      expect(people.toSorted()).toEqual(input.inspectors.map(({ username }) => username))
      for (const { members } of groups) {
        expect(members.flatMap((member) => member.sections).toSorted((a, b) => a - b)).toEqual(sections.map(({ no }) => no))
      }
      const placed = groups.flatMap(({ visits }) => visits.map((visit) => visit.unit))
      expect(new Set(placed).size).toBe(placed.length)
      const teams = groups.map(({ members }) => members.map(({ username }) => input.inspectors.find((one) => one.username === username)))
      const may = input.units.filter(({ code }) => teams.some((team) => team.every((one) => one !== undefined && findAvoidance(one, code) === undefined)))
      expect(placed.toSorted()).toEqual(may.map(({ code }) => code))
      expect(checkGroups(groups, input).filter(({ level }) => level === 'error')).toEqual([])
    }),
  )
})

test('without anything to avoid, groups and members and days differ by as little as can be', () => {
  const inspectors = Array.from({ length: 10 }, (_, index) => inspector(`p${index}`))
  const units = Array.from({ length: 80 }, (_, index) => unit(`u${String(index).padStart(2, '0')}`))
  const groups = proposeGroups({ inspectors, units, sections, days: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] })
  expect(groups.map(({ members }) => members.length)).toEqual([4, 3, 3])
  expect(groups.map(({ visits }) => visits.length).toSorted((a, b) => a - b)).toEqual([26, 27, 27])
  for (const group of groups) expect(crowdedDays(group, 7)).toEqual([])
  const items = groups[1]?.members.map(({ sections: own }) => own.reduce((total, no) => total + (sections[no - 1]?.items ?? 0), 0)) ?? []
  expect(Math.max(...items) - Math.min(...items)).toBeLessThanOrEqual(2)
})

test('the order in which people and schools come changes nothing', () => {
  fc.assert(
    fc.property(world, (input) => {
      const other = { ...input, inspectors: input.inspectors.toReversed(), units: input.units.toReversed() }
      expect(proposeGroups(other)).toEqual(proposeGroups(input))
    }),
  )
})

test('a limit that can be met by moving schools over is met', () => {
  // Both groups may see a and b; only the first may see c and d: a and b must go to the second.
  const inspectors = [inspector('p1'), inspector('p2', 'bureau', 'c', 'd')]
  const groups = proposeGroups({ inspectors, units: ['a', 'b', 'c', 'd'].map(unit), sections, days: [], size: 1 })
  expect(groups.map(({ visits }) => visits.map((visit) => visit.unit))).toEqual([['c', 'd'], ['a', 'b']])
})

test('the groups say who inspects which school, as a round carries it', () => {
  const group: InspectionGroup = { members: [{ username: 'wang', sections: [1] }, { username: 'li', sections: [2] }], visits: [{ unit: 'a', day: null }] }
  expect(inspectorsOfGroups([group, { members: [], visits: [{ unit: 'b', day: null }] }])).toEqual({ a: ['li', 'wang'] })
})

test('a day with more schools than a group can see is said', () => {
  const visits = Array.from({ length: 6 }, (_, index) => ({ unit: `u${index}`, day: '2026-12-02' }))
  expect(crowdedDays({ members: [], visits }, 5)).toEqual(['12月2日排了6所'])
})
