import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { siftEntries } from './sift-entries.ts'

const entry = (title: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: title,
  title,
  countsAs: ['党课'],
  happenedOn: '2026-03-18',
  evidence: [{ reference: '记录本P3' }],
  recordedAt: '2026-03-18T08:00:00Z',
  recordedBy: 'alice',
  late: false,
  feeds: ['18.3'],
  missing: [],
  version: 1,
  ...change,
})
const lesson = entry('书记讲党课')
const study = entry('集中学习', { countsAs: ['集中学习'], happenedOn: '2026-11-03', feeds: ['1.2', '8.1'], late: true, note: '讨论党课安排' })
const paper = entry('年度计划', { countsAs: ['计划'], evidence: [], feeds: [] })
const all = [lesson, study, paper]
const titles = (sieve: Partial<Parameters<typeof siftEntries>[1]>) => siftEntries(all, { show: 'all', item: null, sought: '', ...sieve }).map(({ title }) => title)

test('late ones, those without evidence and those of one item are kept apart', () => {
  expect(titles({})).toEqual(['书记讲党课', '集中学习', '年度计划'])
  expect(titles({ show: 'late' })).toEqual(['集中学习'])
  expect(titles({ show: 'bare' })).toEqual(['年度计划'])
  expect(titles({ item: 18 })).toEqual(['书记讲党课'])
  expect(titles({ item: 8, show: 'late' })).toEqual(['集中学习'])
})

test('a search finds names, kinds, notes, days, 补录 and 第18条, and several words narrow it', () => {
  expect(titles({ sought: '党课' })).toEqual(['书记讲党课', '集中学习'])
  expect(titles({ sought: '11月' })).toEqual(['集中学习'])
  expect(titles({ sought: '补录' })).toEqual(['集中学习'])
  expect(titles({ sought: '第18条' })).toEqual(['书记讲党课'])
  expect(titles({ sought: '8条' })).toEqual(['集中学习'])
  expect(titles({ sought: '党课 3月' })).toEqual(['书记讲党课'])
  expect(titles({ sought: '没有这个' })).toEqual([])
})
