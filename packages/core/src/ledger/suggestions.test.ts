import { expect, test } from 'vitest'
import { companionsOf } from './companions.ts'
import type { EntryKind } from './entry-kind.ts'
import { kindsNamedIn } from './kinds-named-in.ts'
import { kindsLikeBefore, kindsOfMonth } from './past-records.ts'
import { suggestTitle } from './suggest-title.ts'

const kind = (name: string, changes: Partial<EntryKind> = {}): EntryKind => ({
  name,
  group: '会议',
  goesWith: [],
  alsoCalled: [],
  ...changes,
})
const kinds = [
  kind('专题会议', { goesWith: ['意识形态研判', '计划'], alsoCalled: ['专题会'] }),
  kind('意识形态研判', { alsoCalled: ['意识形态'] }),
  kind('党风廉政研究', { goesWith: ['专题会议'] }),
  kind('计划', { group: '制度与材料', alsoCalled: ['党建计划'] }),
  kind('主题党日', { alsoCalled: ['党日活动', '主题党日活动'] }),
]

test('a title begins with the month, and with the year for what holds all year', () => {
  expect(suggestTitle(['专题会议', '计划'], '2022-11-24', kinds)).toBe('11月专题会议')
  expect(suggestTitle(['计划'], '2022-03-10', kinds)).toBe('2022年度计划')
  expect(suggestTitle([], '2022-03-10', kinds)).toBe('')
  expect(suggestTitle(['计划'], '', kinds)).toBe('计划')
})

test('companions are read both ways from the vocabulary', () => {
  expect(companionsOf(['专题会议'], kinds)).toEqual(['意识形态研判', '党风廉政研究', '计划'])
  expect(companionsOf(['计划'], kinds)).toEqual(['专题会议'])
})

test('what this unit held together before comes first, even where the vocabulary is silent', () => {
  const past = [{ countsAs: ['专题会议', '主题党日'], happenedOn: '2022-05-10' }]
  expect(companionsOf(['专题会议'], kinds, past)[0]).toBe('主题党日')
})

test('what was held together in the same month of a year before comes before what is held together often', () => {
  const monthly = ['01', '02', '04', '05'].map((month) => ({ countsAs: ['专题会议', '主题党日'], happenedOn: `2021-${month}-08` }))
  const past = [...monthly, { countsAs: ['专题会议', '计划'], happenedOn: '2021-03-18' }]
  expect(companionsOf(['专题会议'], kinds, past, '2022-03-20').slice(0, 2)).toEqual(['计划', '主题党日'])
  expect(companionsOf(['专题会议'], kinds, past, '2022-05-20')[0]).toBe('主题党日')
})

test('of last year’s month what belongs to it comes before what comes every month', () => {
  const lastYear = [
    ...['02', '03', '04'].map((month) => ({ title: '', countsAs: ['主题党日'], happenedOn: `2021-${month}-05` })),
    { title: '', countsAs: ['计划'], happenedOn: '2021-03-18' },
  ]
  expect(kindsOfMonth('2022-03-01', lastYear)).toEqual(['计划', '主题党日'])
  expect(kindsOfMonth('2022-07-01', lastYear)).toEqual([])
  expect(kindsOfMonth('3月', lastYear)).toEqual([])
})

test('a title like one of before counts as that one did, whatever its month and year', () => {
  const likeBefore = kindsLikeBefore([
    { title: '2021年书记上开学思政课', countsAs: ['党课', '思政课'], happenedOn: '2021-09-01' },
    { title: '9月集中学习', countsAs: ['集中学习'], happenedOn: '2021-09-08' },
    { title: '3月', countsAs: ['计划'], happenedOn: '2021-03-08' },
  ])
  expect(likeBefore('书记上2022年秋季开学思政课')).toEqual(['党课', '思政课'])
  expect(likeBefore('11月集中学习')).toEqual(['集中学习'])
  expect(likeBefore('校园安全大检查')).toEqual([])
  expect(likeBefore('')).toEqual([])
})

test('a line names several kinds in the order of its words, and longer words win', () => {
  expect(kindsNamedIn('主题党日活动暨意识形态专题会', kinds)).toEqual(['主题党日', '意识形态研判', '专题会议'])
  expect(kindsNamedIn('秋季运动会', kinds)).toEqual([])
})
