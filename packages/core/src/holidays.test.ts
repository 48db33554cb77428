import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { checkHolidays, isSchoolDay } from './holidays.ts'

const national = { name: '国庆', from: '2026-10-01', to: '2026-10-07' }

test('weekends and holidays are no school days, the days beside them are', () => {
  expect(['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10'].map((day) => isSchoolDay(day, [national]))).toEqual([true, false, false, true, false])
})

test('of seven days outside holidays five are school days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const days = Array.from({ length: 7 }, (_, index) => addDays('2000-01-01', offset + index))
      expect(days.filter((day) => isSchoolDay(day, []))).toHaveLength(5)
    }),
  )
})

test('a holiday of no day, turned round, without a name or of half a year is refused', () => {
  expect(checkHolidays([national])).toEqual([])
  const faults = [
    { ...national, name: ' ' },
    { ...national, from: '2026-09-31' },
    { ...national, from: '2026-10-08' },
    { ...national, from: '2026-04-01' },
  ].map((holiday) => checkHolidays([holiday])[0]?.message)
  expect(faults).toEqual(['还没有写是什么假。', '国庆的日期没有这一天，请改。', '国庆从2026年10月8日到2026年10月7日，前后反了，请对调。', '国庆超过100天，请核对日期。'])
})
