import { expect, test } from 'vitest'
import { dayOf, daysBefore, dayWords, instantWords, untilWords } from './day-words.ts'

test('a late evening in Beijing is still that day, not the next one in UTC', () => {
  expect(dayOf(new Date('2026-12-31T15:59:00Z'))).toBe('2026-12-31')
  expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

test('yesterday of the first of March is the last of February', () => {
  expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29')
})

test('days are said without the year inside it, and with it outside', () => {
  expect(dayWords('2026-03-05', 2026)).toBe('3月5日')
  expect(dayWords('2025-03-05', 2026)).toBe('2025年3月5日')
})

test('instants are said as today, yesterday or a day', () => {
  const now = new Date('2026-11-24T08:00:00Z')
  expect(instantWords('2026-11-24T02:32:00Z', now)).toBe('今天10:32')
  expect(instantWords('2026-11-23T01:05:00Z', now)).toBe('昨天9:05')
  expect(instantWords('2026-11-19T01:05:00Z', now)).toBe('11月19日')
})

test('the time left is counted in days', () => {
  expect(untilWords('2026-11-24', '2026-12-20')).toBe('还有26天')
  expect(untilWords('2026-12-20', '2026-12-20')).toBe('今天截止')
  expect(untilWords('2026-12-23', '2026-12-20')).toBe('已过3天')
})
