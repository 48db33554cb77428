import { expect, test } from 'vitest'
import { dayFromNumber, dayNumber } from './calendar.ts'
import { findFixedDay } from './lunar.ts'

/** 春节 and 重阳 as the published almanacs have them. */
const almanac = [
  [2020, '01-25', '10-25'],
  [2021, '02-12', '10-14'],
  [2022, '02-01', '10-04'],
  [2023, '01-22', '10-23'],
  [2024, '02-10', '10-11'],
  [2025, '01-29', '10-29'],
  [2026, '02-17', '10-18'],
  [2027, '02-06', '10-08'],
  [2028, '01-26', '10-26'],
  [2029, '02-13', '10-16'],
  [2030, '02-03', '10-05'],
  [2031, '01-23', '10-24'],
  [2032, '02-11', '10-12'],
  [2033, '01-31', '10-01'],
  [2034, '02-19', '10-20'],
  [2035, '02-08', '10-09'],
] as const

test.each(almanac)('in %i 春节 is %s and 重阳 is %s', (year, spring, double) => {
  expect(findFixedDay(year, '春节')).toBe(`${year}-${spring}`)
  expect(findFixedDay(year, '重阳')).toBe(`${year}-${double}`)
})

test('the other fixed days do not move', () => {
  expect([findFixedDay(2022, '5.10'), findFixedDay(2022, '12.9'), findFixedDay(2022, '七一')]).toEqual([
    '2022-05-10',
    '2022-12-09',
    '2022-07-01',
  ])
})

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

const lunarDay = (day: string): string => {
  const parts = lunar.formatToParts(dayNumber(day) * 86_400_000)
  return parts.flatMap(({ type, value }) => (type === 'month' || type === 'day' ? [value] : [])).join('-')
}

test('the table is the lunar calendar of the platform, save for 春节 of 2027 and 2030, where that one is a day off', () => {
  const differing = Array.from({ length: 31 }, (_, index) => 2020 + index).flatMap((year) => {
    const spring = findFixedDay(year, '春节') ?? ''
    const double = findFixedDay(year, '重阳') ?? ''
    expect(dayFromNumber(dayNumber(spring))).toBe(spring)
    return [
      ...(lunarDay(spring) === '1-1' ? [] : [`${spring} 春节`]),
      ...(lunarDay(double) === '9-9' ? [] : [`${double} 重阳`]),
    ]
  })
  expect(differing.filter((one) => !['2027-02-06 春节', '2030-02-03 春节'].includes(one))).toEqual([])
})

test('a feast of a year past the table is not guessed', () => {
  expect(findFixedDay(2051, '重阳')).toBeUndefined()
  expect(findFixedDay(2051, '七一')).toBe('2051-07-01')
})
