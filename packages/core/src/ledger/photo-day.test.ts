import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, formatDay } from '../calendar.ts'
import { dayFromCapture, readPhotoName } from './photo-day.ts'

test('names as phones, chats and people give them propose their day, and what a person wrote is the title', () => {
  const cases: readonly (readonly [string, string | null, string])[] = [
    ['IMG_20260312_164010.jpg', '2026-03-12', ''],
    ['IMG20260312164010.jpg', '2026-03-12', ''],
    ['IMG_20260312_164010_1.jpg', '2026-03-12', ''],
    ['IMG-20260312-WA0003.jpeg', '2026-03-12', ''],
    ['微信图片_20260312164010.jpg', '2026-03-12', ''],
    ['微信图片_20260312164010_123.jpg', '2026-03-12', ''],
    ['微信图片_2026-03-12_164010_123.jpg', '2026-03-12', ''],
    ['mmexport1773304810123.jpg', '2026-03-12', ''],
    ['wx_camera_1773304810123.jpg', '2026-03-12', ''],
    ['Screenshot_2026-03-12-16-40-10-88.png', '2026-03-12', ''],
    ['2026-03-12.jpg', '2026-03-12', ''],
    ['2026.3.12党员大会.jpg', '2026-03-12', '党员大会'],
    ['2026年3月12日支部党员大会 (2).jpg', '2026-03-12', '支部党员大会'],
    ['3月12日集中学习.jpg', '2026-03-12', '集中学习'],
    ['3.12 党课1.jpg', '2026-03-12', '党课'],
    ['3月党课.jpg', null, '3月党课'],
    ['DSC_0042.JPG', null, ''],
    ['照片.jpg', null, ''],
    ['13800138000.jpg', null, ''],
    ['IMG_20261340.jpg', null, ''],
    ['20260230.jpg', null, ''],
    ['3月12日党员大会/DSC_0042.JPG', '2026-03-12', '党员大会'],
    ['2026照片/3月12日党员大会/IMG_20260313.jpg', '2026-03-13', '党员大会'],
    ['活动照片/集中学习/IMG_20260312.jpg', '2026-03-12', '集中学习'],
    ['', null, ''],
  ]
  for (const [path, day, title] of cases) expect([path, readPhotoName(path, 2026)]).toEqual([path, { day, title }])
})

test('the moment in a photo is read as its camera wrote it', () => {
  expect(dayFromCapture('2026:03:12 23:59:59')).toBe('2026-03-12')
  expect(dayFromCapture('2026-03-12T08:00:00')).toBe('2026-03-12')
  for (const none of ['0000:00:00 00:00:00', '    :  :     :  :  ', '2026:02:30 10:00:00', '', '1970:01:01 00:00:00']) expect(dayFromCapture(none)).toBeNull()
})

const days = fc.integer({ min: 0, max: 36_000 }).map((offset) => dayFromNumber(10_957 + offset)).filter((day) => day >= '2000-01-01' && day < '2100-01-01')

test('every day comes back out of every form that it is written in', () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      for (const name of [`IMG_${day.replaceAll('-', '')}_101112.jpg`, `${day}.jpg`, `${year}年${month}月${date}日.jpg`, `会/${month}月${date}日/a.jpg`]) {
        expect(readPhotoName(name, year).day).toBe(formatDay(year, month, date))
      }
    }),
  )
})

test('any name at all is read without a fault, and a day that it gives is a day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const { day } = readPhotoName(name, 2026)
      expect(day === null || /^20\d\d-\d\d-\d\d$/.test(day)).toBe(true)
    }),
  )
})
