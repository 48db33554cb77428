import { expect, test } from 'vitest'
import { checkDayHasCome, checkEntry } from './check-entry.ts'
import type { Entry } from './entry.ts'

const kinds = ['集中学习', '党课'].map((name) => ({ name, group: '学习', goesWith: [], alsoCalled: [] }))
const entry = (changes: Partial<Entry>): Entry => ({
  id: 'a',
  countsAs: ['集中学习'],
  title: '3月集中学习',
  happenedOn: '2022-03-08',
  evidence: [],
  ...changes,
})
const codes = (changes: Partial<Entry>) => checkEntry(entry(changes), 2022, kinds).map((finding) => finding.code)

test('a plain entry of the year has nothing against it', () => {
  expect(codes({ people: 9 })).toEqual([])
})

test('a day outside the year names both ways out', () => {
  expect(checkEntry(entry({ happenedOn: '2023-01-05' }), 2022, kinds)).toEqual([
    {
      code: 'entry.outside_year',
      level: 'error',
      where: '/happenedOn',
      message: '活动日期2023年1月5日不在2022年度内，请改日期，或换到2023年度填写。',
    },
  ])
})

test('a day that has not come is said to be none to record yet; today is', () => {
  expect(checkDayHasCome('2026-12-20', '2026-11-24')).toEqual([
    { code: 'entry.not_yet', level: 'error', where: '/happenedOn', message: '12月20日还没有到。办过以后再记。' },
  ])
  expect(checkDayHasCome('2027-01-05', '2026-11-24')[0]?.message).toBe('2027年1月5日还没有到。办过以后再记。')
  expect([...checkDayHasCome('2026-11-24', '2026-11-24'), ...checkDayHasCome('', '2026-11-24')]).toEqual([])
})

test('30 February is no day', () => {
  expect(codes({ happenedOn: '2022-02-30' })).toEqual(['entry.no_such_day'])
})

test('an unknown kind and a kind chosen twice are refused, no kind at all is a warning', () => {
  expect(codes({ countsAs: ['游园', '党课', '党课'] })).toEqual(['entry.unknown_kind', 'entry.kind_twice'])
  expect(checkEntry(entry({ countsAs: [] }), 2022, kinds)).toMatchObject([{ code: 'entry.no_kind', level: 'warning' }])
})

test('an empty title and half a person are refused at once', () => {
  expect(codes({ title: ' ', people: 2.5 })).toEqual(['entry.no_title', 'entry.people_not_a_count'])
})
