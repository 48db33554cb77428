import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, daysInMonth, formatDay } from '../../calendar.ts'
import { readDayCell, type DayContext } from './list-day.ts'
import type { ListCell } from './list.ts'

const context = (changes: Partial<DayContext> = {}): DayContext => ({ year: 2022, yearOf: () => 2022, ...changes })
const days = (cell: string | ListCell, changes: Partial<DayContext> = {}) =>
  readDayCell(typeof cell === 'string' ? { text: cell } : cell, context(changes)).days.map((day) => day.on ?? day.fault)
const number = (value: number, format?: string): ListCell => ({ text: String(value), value, ...(format === undefined ? {} : { format }) })

test.each([
  '2022.3.15', '3.15', '3月15日下午', '2022/3/15', '3/15', '15/3', '20220315', '220315', '0315', '2022-03-15 00:00:00', '2022-03-15T00:00:00.000Z',
  '２０２２．３．１５', '3。15', '三月十五日', '二〇二二年三月十五日', '2022年 3 月 15 日', '22.3.15', '3月15日（周二）14:30-15:30', '3-15', '3/15/2022', '15/3/2022',
  '3.15-3.20', '3月15日至20日', '3月15—17日', '2022年3月15日至2022年4月2日', '3月15日、16日', '3月15号上午9点半', '2022、3、15', '2022年3月15',
])('%s is 15 March', (text) => {
  expect(days(text)).toEqual(['2022-03-15'])
})

test.each(['3月中旬', '三月份', '一季度', '2022.3', '2022年3月', '3月底', '正月初五', '每月25日', '上半年', '3月第二周', '3月15日前', '第8周周三', '6月-7月', '3-4月'])('%s is no exact day', (text) => {
  expect(days(text)).toEqual(['not_exact'])
})

test('a day that does not exist and a day of another year are told apart', () => {
  expect(days('2.30')).toEqual(['no_such_day'])
  expect(days('13月5日')).toEqual(['no_such_day'])
  expect(days('4月31日')).toEqual(['no_such_day'])
  expect(days('2023.1.5')).toEqual(['outside_year'])
  expect(days(number(44_931, 'yyyy/m/d'))).toEqual(['outside_year'])
})

test('a day without a month takes the month above it, and has none without one', () => {
  expect(days('15日', { month: 3 })).toEqual(['2022-03-15'])
  expect(days('15', { month: 3 })).toEqual(['2022-03-15'])
  expect(days(number(31), { month: 6 })).toEqual(['no_such_day'])
  expect(days('15日')).toEqual(['not_exact'])
  expect(days('10、24', { month: 3, daysOnly: true })).toEqual(['2022-03-10', '2022-03-24'])
  expect(days('28-30', { month: 9, daysOnly: true })).toEqual(['2022-09-28'])
  for (const text of ['15-16日', '15、16日', '15—16日下午', '15日至16日']) expect(days(text, { month: 3 })).toEqual(['2022-03-15'])
})

test('several days are several, neighbours are one stretch', () => {
  expect(days('3.8、3.22')).toEqual(['2022-03-08', '2022-03-22'])
  expect(days('3月8、22日')).toEqual(['2022-03-08', '2022-03-22'])
  expect(days('3月（8日、15日）')).toEqual(['2022-03-08', '2022-03-15'])
  expect(days('3月8、9日')).toEqual(['2022-03-08'])
  expect(days('3月8、9、10日')).toEqual(['2022-03-08'])
})

test('what is no time tells no day', () => {
  for (const text of ['', '9人', '14:30-15:30', '待定', '会议室', '第12页']) expect(days(text)).toEqual([])
})

test('a number is read as Excel shows it', () => {
  expect(days(number(44_635, 'm"月"d"日"'))).toEqual(['2022-03-15'])
  expect(days(number(44_635.6, 'yyyy/m/d h:mm'))).toEqual(['2022-03-15'])
  expect(days(number(44_635))).toEqual(['2022-03-15'])
  expect(days('44635')).toEqual(['2022-03-15'])
  expect(days(number(44_621, 'yyyy"年"m"月"'))).toEqual(['not_exact'])
  expect(days(number(3.1, '0.00'))).toEqual(['2022-03-10'])
  expect(readDayCell(number(3.1), context()).days).toEqual([{ on: '2022-03-01', written: '3.1', orElse: '2022-03-10' }])
  expect(readDayCell({ text: '3.1' }, context()).days).toEqual([{ on: '2022-03-01', written: '3.1' }])
})

test('a year that Excel added to days typed without one is not taken for theirs', () => {
  expect(days(number(45_000, 'm"月"d"日"'), { typedIn: 2023 })).toEqual(['2022-03-15'])
  expect(days(number(45_000, 'm"月"d"日"'))).toEqual(['outside_year'])
})

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const inWords = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`}${ones === 0 && tens > 0 ? '' : digits[ones]}`
}

test('every day of a year is read in every usual spelling', () => {
  const anyDay = fc.integer({ min: 2000, max: 2049 }).chain((year) =>
    fc.integer({ min: 1, max: 12 }).chain((month) => fc.integer({ min: 1, max: daysInMonth(year, month) }).map((day) => ({ year, month, day }))),
  )
  fc.assert(
    fc.property(anyDay, ({ year, month, day }) => {
      const on = formatDay(year, month, day)
      const own = { year, yearOf: () => year }
      const spellings = [
        on, `${year}.${month}.${day}`, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, on.replaceAll('-', ''), `${month}月${day}日下午`, `${month}.${day}`,
        `${inWords(month)}月${inWords(day)}日`, `${[...String(year)].map((one) => digits[Number(one)]).join('')}年${inWords(month)}月${inWords(day)}日`,
      ]
      for (const text of spellings) expect([text, days(text, own)]).toEqual([text, [on]])
      expect(days(number(Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569, 'yyyy-mm-dd'), own)).toEqual([on])
      expect(dayFromNumber(Date.UTC(year, month - 1, day) / 86_400_000)).toBe(on)
    }),
  )
})
