import { expect, test } from 'vitest'
import { daysUntilRecorded, isLate } from './late.ts'

test('an entry is late from the thirty-first day on', () => {
  expect(isLate('2022-03-01', '2022-03-31')).toBe(false)
  expect(isLate('2022-03-01', '2022-04-01')).toBe(true)
})

test('an entry recorded across the turn of the year counts its days plainly', () => {
  expect(daysUntilRecorded('2022-12-20', '2023-02-03')).toBe(45)
})

test('an entry recorded ahead of its day is not late', () => {
  expect(isLate('2022-12-09', '2022-12-01')).toBe(false)
})
