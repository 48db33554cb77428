import { expect, test } from 'vitest'
import type { Unit } from '../../../api/contract.ts'
import { alreadyRunning, newRoundDraft, roundBodyOf, roundFaults, roundIdFor, roundWarnings, schoolsOf, withYear } from './round-draft.ts'

const school = (code: string) => ({ code, name: code, kind: 'school' as const, version: 1 })
const draft = newRoundDraft('2026-11-01', 'yangzhou-2022', [school('a'), school('b')])

test('a new round asks all schools of this year until the 20th of December', () => {
  expect(roundFaults(draft)).toEqual([])
  expect(roundBodyOf(draft)).toMatchObject({ year: 2026, opensOn: '2026-11-01', dueOn: '2026-12-20', units: ['a', 'b'] })
})

test('an end before the start and a round without schools are named at their fields', () => {
  expect(roundFaults({ ...draft, dueOn: '2026-10-01', units: [] }).map(({ field }) => field)).toEqual(['due-on', 'schools'])
})

test('a notice of less than a month and a missing list number are warned of', () => {
  expect(roundWarnings({ ...draft, opensOn: '2026-12-01', listNumber: '苏教督〔2026〕3号' })).toEqual([
    '从开始到截止只有19天，不到一个月，学校来不及准备。请考虑推后截止日。',
  ])
  expect(roundWarnings(draft)).toHaveLength(1)
})

test('inspectors of a school that is not asked any more are not sent', () => {
  const body = roundBodyOf({ ...draft, units: ['a'], inspectors: { a: ['zhao'], b: ['qian'] } })
  expect(body.inspectors).toEqual({ a: ['zhao'] })
})

test('a second round of the same year gets a name of its own', () => {
  expect(roundIdFor('2026', 'yunjiang', [])).toBe('2026-yunjiang')
  expect(roundIdFor('2026', 'yunjiang', ['2026-yunjiang', '2026-yunjiang-2'])).toBe('2026-yunjiang-3')
})

test('another year takes the days with it that nobody typed; a half-typed year moves nothing', () => {
  const half = withYear(draft, '202', '2026-11-01', new Set())
  expect(half).toEqual({ ...draft, year: '202' })
  expect(withYear(half, '2027', '2026-11-01', new Set())).toMatchObject({ year: '2027', opensOn: '2027-01-01', dueOn: '2027-12-20', keepUntil: '2028-12-31' })
  expect(withYear({ ...draft, dueOn: '2027-11-30' }, '2027', '2026-11-01', new Set(['dueOn']))).toMatchObject({ dueOn: '2027-11-30', keepUntil: '2028-12-31' })
})

test('an end before its year begins is named at its field', () => {
  expect(roundFaults({ ...draft, year: '2027' })).toEqual([{ field: 'due-on', message: '截止日期在2027年度开始以前，请改年度或日期。' }])
})

test('a round of the same table and year is told with the schools that are in both', () => {
  const round = { ...roundBodyOf({ ...draft, units: ['b', 'c'] }), id: 'r', title: '2026年度自查表', warnings: [], version: 1 }
  expect(alreadyRunning(draft, [round])).toEqual([{ round, shared: 1 }])
  expect(alreadyRunning({ ...draft, year: '2027' }, [round])).toEqual([])
  expect(alreadyRunning({ ...draft, form: 'other' }, [round])).toEqual([])
  expect(alreadyRunning({ ...draft, units: ['a'] }, [round])).toEqual([])
})

test('a school out of use is offered to no new round and stays in sight where it is asked', () => {
  const closed: Unit = { ...school('a'), outOfUse: { at: '2026-11-24T08:00:00.000Z', reason: '并入' } }
  const codes = (asked: readonly string[]) => schoolsOf([closed, school('b')], asked).map(({ code }) => code)
  expect(codes([])).toEqual(['b'])
  expect(codes(['a'])).toEqual(['a', 'b'])
})
