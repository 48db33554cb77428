import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { draftOf } from '../entry-draft.ts'
import { differencesOf } from './differences.ts'

const entry: LedgerEntry = {
  id: '0b7e0f0e-7d1c-4c6a-9a53-2f0c3f6a1b11',
  countsAs: ['集中学习', '集中研讨'],
  title: '11月集中学习',
  happenedOn: '2026-11-24',
  people: 9,
  evidence: [{ reference: '学习记录本第36页', place: '2号柜' }],
  recordedAt: '2026-11-24T08:40:00Z',
  recordedBy: 'chenjing',
  late: false,
  feeds: ['5.2'],
  missing: [],
  version: 1,
}

test('two people who filled in the same have nothing to choose', () => {
  expect(differencesOf(draftOf(entry), { ...entry, version: 2 })).toEqual([])
})

test('each field that differs is named once, and the other value can be taken', () => {
  const draft = { ...draftOf(entry), people: '11' }
  const found = differencesOf(draft, { ...entry, title: '学习全会精神', version: 2 })
  expect(found.map((one) => [one.name, one.mine, one.other])).toEqual([
    ['标题', '11月集中学习', '学习全会精神'],
    ['参加人数', '11人', '9人'],
  ])
  expect({ ...draft, ...found[1]?.theirs }.people).toBe('9')
})
