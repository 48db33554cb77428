import { expect, test } from 'vitest'
import { readMonthDay, writeMonthDay } from './calendar-draft.ts'

test('a day is read and written the same', () => {
  expect(readMonthDay('02-15')).toEqual({ month: '2', day: '15' })
  expect(writeMonthDay({ month: '2', day: '15' })).toBe('02-15')
})

test('a day that does not exist is none', () => {
  expect(writeMonthDay({ month: '2', day: '30' })).toBeNull()
  expect(writeMonthDay({ month: '13', day: '1' })).toBeNull()
  expect(writeMonthDay({ month: '9', day: '' })).toBeNull()
})
