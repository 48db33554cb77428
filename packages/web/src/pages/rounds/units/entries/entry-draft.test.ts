import { expect, test } from 'vitest'
import { bodyOf, countsAsOf, draftOf, emptyDraft, faultsOf, fieldAtPointer, titleOf } from './entry-draft.ts'

const kinds = [
  { name: '集中学习', group: '学习', goesWith: [], alsoCalled: [] },
  { name: '意识形态研判', group: '会议', goesWith: [], alsoCalled: [] },
]
const draft = { ...emptyDraft('0b7e0f0e-7d1c-4c6a-9a53-2f0c3f6a1b11'), kind: '集中学习', on: '2026-11-24' }

test('the title follows kind and day until somebody types one', () => {
  expect(titleOf(draft, kinds)).toBe('11月集中学习')
  expect(titleOf({ ...draft, on: '2026-09-15' }, kinds)).toBe('9月集中学习')
  expect(titleOf({ ...draft, title: '学习全会精神', on: '2026-09-15' }, kinds)).toBe('学习全会精神')
})

test('a late entry bears the stretch of time in its title until its day is said', () => {
  expect(titleOf({ ...draft, on: null, period: '9月' }, kinds)).toBe('9月集中学习')
  expect(titleOf({ ...draft, on: null, period: '1月、2月等10次' }, kinds)).toBe('集中学习')
})

test('the kind it is stands first and is never named twice', () => {
  expect(countsAsOf({ ...draft, also: ['意识形态研判', '集中学习'] })).toEqual(['集中学习', '意识形态研判'])
})

test('what was left empty is not sent', () => {
  const body = bodyOf({ ...draft, references: [{ key: 'a', reference: ' ', place: '柜子' }] }, kinds)
  expect(body).toEqual({ countsAs: ['集中学习'], title: '11月集中学习', happenedOn: '2026-11-24', evidence: [] })
})

test('a stored record opens as the same record', () => {
  const body = { countsAs: ['集中学习', '意识形态研判'], title: '学习', happenedOn: '2026-11-24', note: '全员', people: 9, evidence: [{ sha256: 'a'.repeat(64) }, { reference: '记录本第36页', place: '2号柜' }] }
  const stored = { ...body, id: draft.id, recordedAt: '2026-11-24T08:00:00Z', recordedBy: 'chenjing', late: false, feeds: [], missing: [], version: 3 }
  expect(bodyOf(draftOf(stored), kinds)).toEqual(body)
})

test('without kind and day the sentences say what to choose, once each', () => {
  const faults = faultsOf(emptyDraft(draft.id), 2026, kinds, '2026-11-24')
  expect(faults.map((fault) => fault.field)).toEqual(['entry-kind', 'entry-title', 'entry-day'])
  expect(faults[0]?.message).toBe('还没有选活动类型。选一个，才知道它计入哪一条。')
})

test('a day of another year and a number that is none are refused before anything is sent', () => {
  const faults = faultsOf({ ...draft, on: '2025-01-05', people: '九' }, 2026, kinds, '2026-11-24')
  expect(faults.map((fault) => fault.field)).toEqual(['entry-day', 'entry-people'])
  expect(faults.every((fault) => fault.message.length <= 60)).toBe(true)
})

test('a day that has not come is refused at its field, and a day of another year with one sentence only', () => {
  expect(faultsOf({ ...draft, on: '2026-11-25' }, 2026, kinds, '2026-11-24')).toEqual([
    { field: 'entry-day', message: '11月25日还没有到。办过以后再记。' },
  ])
  expect(faultsOf(draft, 2026, kinds, '2026-11-24')).toEqual([])
  expect(faultsOf({ ...draft, on: '2027-01-05' }, 2026, kinds, '2026-11-24')).toHaveLength(1)
})

test('the server’s pointers lead to the fields', () => {
  expect(fieldAtPointer('#/happenedOn')).toBe('entry-day')
  expect(fieldAtPointer('#/countsAs/1')).toBe('entry-kind')
  expect(fieldAtPointer('#/strange')).toBeUndefined()
})
