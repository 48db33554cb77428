import { expect, test } from 'vitest'
import { actWords, linesOf } from './history-words.ts'

const first = {
  version: 1,
  at: '2026-11-18T08:40:00.000Z',
  by: 'chenjing',
  byName: '陈静',
  what: 'recorded' as const,
  changed: [],
  content: { countsAs: ['党课'], title: '四季度党课', happenedOn: '2026-11-18' },
}
const second = {
  ...first,
  version: 2,
  by: 'wangli',
  byName: '王丽',
  what: 'changed' as const,
  changed: ['happenedOn' as const, 'evidence' as const],
  content: { ...first.content, happenedOn: '2026-11-19', evidence: [{ reference: '记录本第12页' }] },
}

test('A change names who made it and which fields it touched', () => {
  expect(actWords(second)).toBe('王丽改了日期、材料')
  expect(actWords(first)).toBe('陈静记下')
})

test('A change shows each field as it was and as it is, the first version what it said', () => {
  expect(linesOf(second, first)).toEqual([
    { name: '日期', now: '11月19日', was: '11月18日' },
    { name: '材料', now: '记录本第12页', was: '没有' },
  ])
  expect(linesOf(first, undefined).map((line) => line.name)).toEqual(['活动', '日期', '标题'])
})
