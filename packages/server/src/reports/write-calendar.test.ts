import { expect, test } from 'vitest'
import { writeCalendar } from './write-calendar.ts'

const line = (what: string, by = '2026-12-31') => ({
  criterion: '18.1', item: 18, what, kinds: [], by, suggestedOn: null, loses: 1, period: '12月',
})
const feed = (lines: readonly ReturnType<typeof line>[]): string =>
  writeCalendar({ round: '2026', unit: 'yucai', unitName: '育才小学', year: 2026, dueOn: '2026-12-21', lines, now: new Date('2026-11-24T02:00:00Z') }).replaceAll('\r\n ', '')
const uidsOf = (text: string): readonly string[] => [...text.matchAll(/^UID:(.*)$/gmu)].map(([, uid]) => uid ?? '')

test('two meetings that one criterion asks for in one month are two events, even under one name', () => {
  const uids = uidsOf(feed([line('支委会'), line('党小组会'), line('支委会')]))
  expect(uids).toHaveLength(4)
  expect(new Set(uids).size).toBe(4)
})

test('a thing keeps its uid when its day moves and when others are done', () => {
  const [first, second] = uidsOf(feed([line('支委会'), line('党小组会')]))
  expect(uidsOf(feed([line('支委会', '2026-12-09')]))[0]).toBe(first)
  expect(uidsOf(feed([line('党小组会')]))[0]).toBe(second)
})
