import { expect, test } from 'vitest'
import { gapAddress, gapPeriods, gapWords, groupGaps, lackingAddress, lackingRecord, lateAddressOf, lineWords } from './plan-addresses.ts'

const line = { criterion: '5.2', item: 5, what: '集中学习', kinds: ['集中学习'], by: null, suggestedOn: '2026-09-30', loses: 1, period: '9月' }

test('what is due is named with its stretch of time, once', () => {
  expect(lineWords({ what: '集中学习', period: '11月' })).toBe('11月集中学习')
  expect(lineWords({ what: '党风廉政宣传教育', period: '12.9' })).toBe('12.9前后党风廉政宣传教育')
  expect(lineWords({ what: '四张责任清单', period: '全年' })).toBe('四张责任清单')
  expect(lineWords({ what: '11月集中学习', period: '11月' })).toBe('11月集中学习')
})

test('a late entry is never given a day', () => {
  const address = lateAddressOf('/rounds/a/units/b', line)
  expect(address).not.toContain('2026')
  expect(new URLSearchParams(address.split('?')[1]).get('period')).toBe('9月')
})

test('what no record can settle leads to its item', () => {
  expect(lateAddressOf('/here', { ...line, kinds: [] })).toBe('/here/sheet?item=5')
})

test('gaps of one kind become one row with all they lose', () => {
  const months = ['1月', '2月', '3月', '4月', '5月'].map((period, index) => ({ ...line, period, loses: index === 0 ? 1 : 0 }))
  const groups = groupGaps([...months, { ...line, criterion: '2.1', what: '专题会议', kinds: ['专题会议'], period: '上半年', loses: 0.5 }])
  expect(groups.map((group) => [gapWords(group), gapPeriods(group), group.loses])).toEqual([
    ['集中学习', '缺1月、2月、3月等5次', 1000],
    ['上半年专题会议', '缺上半年', 500],
  ])
  const [first] = groups
  if (first !== undefined) expect(new URLSearchParams(gapAddress('/here', first).split('?')[1]).get('period')).toBe('1月、2月、3月等5次')
})

test('a lacking paper leads to the record that lacks it, else to a new one of its kind without a day', () => {
  const paper = { criterion: '7.1', item: 7, what: '述职报告', asked: ['述职报告'], points: 2, kind: '述职', entry: null, title: null, on: null }
  expect(lackingRecord(paper)).toBe('')
  expect(lackingRecord({ on: '2026-11-13', title: '书记述职' })).toBe('11月13日“书记述职”，')
  expect(lackingAddress('/here', { ...paper, entry: 'e1' })).toBe('/here/entries/e1?lacking=7.1')
  const fresh = new URL(lackingAddress('/here', paper), 'http://school.example')
  expect([fresh.pathname, Object.fromEntries(fresh.searchParams)]).toEqual(['/here/entries/new', { kind: '述职', title: '述职报告', lacking: '7.1' }])
  expect(lackingAddress('/here', { ...paper, kind: null })).toBe('/here/sheet?item=7')
})
