import { expect, test } from 'vitest'
import type { EntryKind } from '../entry-kind.ts'
import type { ListRow } from './list.ts'
import { readList } from './read-list.ts'

const kind = (name: string): EntryKind => ({ name, group: '会议', goesWith: [], alsoCalled: [] })
const kinds = ['支委会', '党课', '党小组会', '主题党日'].map(kind)

const rowsOf = (rows: readonly (readonly string[])[]): ListRow[] =>
  rows.map((cells, index) => ({ row: index + 1, where: `第${index + 1}行`, ...(cells.length > 1 ? { table: 0 } : {}), cells: cells.map((text) => ({ text })) }))
const reading = (...rows: readonly (readonly string[])[]) => readList([{ isOneOfSeveral: false, pasted: false, rows: rowsOf(rows) }], 2022, kinds)
const read = (...rows: readonly (readonly string[])[]) => reading(...rows).entries.map(({ happenedOn, title, countsAs }) => [happenedOn, title, countsAs.join('+')].join(' ').trim())

test('a weekday is a day where its week is told, in a column, over the rows or in the cell', () => {
  expect(read(['周次', '起止日期', '星期', '活动'], ['3', '2.28-3.4', '周三', '支委会'], ['4', '3.7-3.11', '五', '党课'])).toEqual(['2022-03-02 支委会 支委会', '2022-03-11 党课 党课'])
  expect(read(['第8周（4.4-4.8）'], ['周四 党小组会'])).toEqual(['2022-04-07 党小组会 党小组会'])
  expect(read(['周次', '日期', '内容', '备注'], ['1', '9.5-9.9', '周一：支委会；周五：党课', ''])).toEqual(['2022-09-05 支委会 支委会', '2022-09-09 党课 党课'])
  expect(read(['周次', '日期', '内容', '备注'], ['2', '2.21-2.27', '支委会（周二）', ''])).toEqual(['2022-02-22 支委会 支委会'])
})

test('a weekday without days around it is no day', () => {
  const { entries, findings } = reading(['周次', '星期', '活动'], ['第8周', '周三', '支委会'])
  expect(entries.map((entry) => entry.happenedOn)).toEqual([null])
  expect(findings.map(({ code }) => code)).toEqual(['entries.day_not_exact'])
})

test('weekdays side by side hold one activity each', () => {
  expect(read(['周次', '日期', '周一', '周二', '周三'], ['第2周', '9.5-9.9', '升旗', '', '支委会'])).toEqual(['2022-09-05 升旗', '2022-09-07 支委会 支委会'])
})

test('ticks under kinds name them, and the row keeps its day and subject', () => {
  expect(read(['日期', '主题', '支委会', '党课', '主题党日'], ['3.8', '学雷锋', '', '√', '√'], ['3.9', '座谈', '', '', ''])).toEqual(['2022-03-08 学雷锋 党课+主题党日', '2022-03-09 座谈'])
})

test('words beside a day under a kind are kept, line by line', () => {
  expect(read(['月份', '支委会', '党课'], ['3月', '4日：风险排查\n18日：政审', '5日：学雷锋'])).toEqual(['2022-03-04 风险排查 支委会', '2022-03-18 政审 支委会', '2022-03-05 学雷锋 党课'])
})

test('the line over 时间：and 地点：says what was held', () => {
  expect(read(['群里汇总'], ['1️⃣重温誓词'], ['时间：9月15日'], ['地点：活动室'], ['2️⃣支委会'], ['时间：9月21日'], ['地点：会议室'])).toEqual(['2022-09-15 重温誓词', '2022-09-21 支委会 支委会'])
})

test('a message copied from a chat was held when it was sent, unless it speaks of another day', () => {
  expect(read(['王老师 2022/3/2 16:42:11'], ['支委会开完了'], ['李老师 2022/3/3 9:05:00'], ['昨天下午的党课讲完了'])).toEqual(['2022-03-02 支委会开完了 支委会', '昨天下午的党课讲完了 党课'])
})

test('a subtotal beside a merged kind is no activity, and a row that resembles a head is one', () => {
  expect(read(['类别', '次数', '时间', '内容'], ['党课', '第1次', '3月8日', '学党章'], ['党课', '小计', '1次', ''])).toEqual(['2022-03-08 学党章 党课'])
  expect(read(['星期', '日期', '活动', '地点'], ['一', '3.7', '支委会', '三楼'], ['周五', '', '主题党日', '会议室'])).toHaveLength(2)
})

test('a heading that joins several things is of none of them', () => {
  expect(read(['一、制度建设和主题党日'], ['3月8日，支委会'])).toEqual(['2022-03-08 支委会 支委会'])
})

test('two lists side by side are read one after the other', () => {
  const rows = [['日期', '活动', '日期', '活动'], ['2.18', '支委会', '9.2', '党课'], ['3.4', '座谈', '', '']]
  expect(read(...rows)).toEqual(['2022-02-18 支委会 支委会', '2022-03-04 座谈', '2022-09-02 党课 党课'])
})

test('months along the top are the months of the days under them', () => {
  const rows = [['项目', '1月', '2月', '3月'], ['支委会', '6日', '', '3日'], ['党课', '', '25日：讲党史', '中旬']]
  expect(read(...rows)).toEqual(['2022-01-06 支委会 支委会', '2022-03-03 支委会 支委会', '2022-02-25 讲党史 党课', '党课 党课'])
  expect(reading(...rows).entries.map(({ source }) => source.row)).toEqual([2, 2, 3, 3])
})

test('a column of days is the day’s whatever its head, and 同上 under a day that is not exact is not exact', () => {
  expect(read(['说明', '做了什么', '哪天'], ['', '支委会', '9.5'], ['', '座谈', '9月9日'])).toEqual(['2022-09-05 支委会 支委会', '2022-09-09 座谈'])
  expect(read(['事项', '时间'], ['党课', '4月8日'], ['座谈', '5月'], ['支委会', '同上'])).toEqual(['2022-04-08 党课 党课', '座谈', '支委会 支委会'])
})

test('a kind written once stands for the rows below it, and a full day that opens a row is no signature', () => {
  expect(read(['项目', '开展时间', '开展情况', '得分'], ['支委会', '2022年1月10日', '定计划', '1'], ['', '2022年2月21日', '定分工', '1'], ['', '', '', '2'])).toEqual(['2022-01-10 定计划 支委会', '2022-02-21 定分工 支委会'])
})
