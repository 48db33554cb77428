import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayFromNumber,
  dayNumber,
  defaultCalendar,
  isCalendar,
  isDay,
  monthOf,
  packDay,
  periodIndexOf,
  periodsInYear,
  periodsOf,
  sayDay,
  sayFullDay,
  yearOf,
  type Per,
} from './calendar.ts'

const allPer = Object.keys(periodsInYear) as readonly Per[]
const anyYear = fc.integer({ min: 1990, max: 2099 })
const anyDay = fc.tuple(anyYear, fc.integer({ min: 0, max: 365 })).map(([year, ahead]) => addDays(`${year}-01-01`, ahead))

test.each(['2022-02-30', '2022-13-01', '2022-00-10', '2023-02-29', '2022-3-15', '2022/03/15', '', '2022-03-15T00:00', '２０２２-03-15'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test.each(['2022-03-15', '2024-02-29', '2000-02-29', '2022-12-31'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true)
})

test('1900 and 2100 have no 29 February, 2000 has', () => {
  expect(['1900-02-29', '2100-02-29', '2000-02-29'].map(isDay)).toEqual([false, false, true])
})

test('a day is said without leading zeros, and with its year where asked', () => {
  expect(sayDay('2022-03-05')).toBe('3月5日')
  expect(sayFullDay('2022-12-31')).toBe('2022年12月31日')
  expect(sayDay('某天')).toBe('某天')
})

test('a day and its number are two spellings of one thing', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayFromNumber(dayNumber(day))).toBe(day)
      expect(packDay(day)).toBe(Number(day.replaceAll('-', '')))
      expect([yearOf(day), monthOf(day)]).toEqual([Number(day.slice(0, 4)), Number(day.slice(5, 7))])
    }),
  )
})

test('the periods of a year follow one another and cover each of its days once', () => {
  fc.assert(
    fc.property(anyYear, fc.constantFrom(...allPer), (year, per) => {
      const periods = periodsOf(year, per)
      expect(periods).toHaveLength(periodsInYear[per])
      expect(periods[0]?.from).toBe(`${year}-01-01`)
      expect(periods.at(-1)?.to).toBe(`${year}-12-31`)
      periods.slice(1).forEach((period, index) => expect(period.from).toBe(addDays(periods[index]?.to ?? '', 1)))
    }),
  )
})

test('a day falls into the period whose first and last day enclose it', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...allPer), (day, per) => {
      const period = periodsOf(yearOf(day), per)[periodIndexOf(per, defaultCalendar)(packDay(day))]
      expect((period?.from ?? '9') <= day && day <= (period?.to ?? '0')).toBe(true)
    }),
  )
})

test('periods have their Chinese names', () => {
  const names = (per: Per) => periodsOf(2022, per).map(({ name }) => name)
  expect(names('month')[8]).toBe('9月')
  expect(names('quarter')).toEqual(['一季度', '二季度', '三季度', '四季度'])
  expect(names('half')).toEqual(['上半年', '下半年'])
  expect(names('semester')).toEqual(['春学期', '秋学期'])
  expect(names('week')[11]).toBe('第12周')
  expect(names('year')).toEqual(['全年'])
})

test('the bureau sets where autumn begins; all before it in the year is spring', () => {
  expect(periodsOf(2022, 'semester')).toEqual([
    { name: '春学期', from: '2022-01-01', to: '2022-08-14' },
    { name: '秋学期', from: '2022-08-15', to: '2022-12-31' },
  ])
  const late = { springStartsOn: '02-20', autumnStartsOn: '09-01' }
  expect(periodsOf(2022, 'semester', late)[1]?.from).toBe('2022-09-01')
  expect(isCalendar(late)).toBe(true)
  expect(isCalendar({ springStartsOn: '09-01', autumnStartsOn: '02-20' })).toBe(false)
  expect(isCalendar({ springStartsOn: '02-30', autumnStartsOn: '09-01' })).toBe(false)
})

test('weeks begin on Monday, week 1 is the one with 4 January', () => {
  const weeks = periodsOf(2024, 'week')
  expect([weeks[0]?.from, weeks[0]?.to, weeks[1]?.from]).toEqual(['2024-01-01', '2024-01-07', '2024-01-08'])
  expect(periodsOf(2022, 'week')[1]?.from).toBe('2022-01-10')
})
