import { expect, test } from 'vitest'
import type { EntryKind } from '../entry-kind.ts'
import { readList } from './read-list.ts'

const kind = (name: string, alsoCalled: readonly string[] = []): EntryKind => ({ name, group: '会议', goesWith: [], alsoCalled })
const kinds = [kind('支委会'), kind('支部党员大会', ['党员大会']), kind('党课'), kind('集中学习')]

const read = (...rows: readonly (readonly string[])[]) => {
  const lines = rows.map((cells, index) => ({ row: index + 1, where: `第${index + 1}行`, ...(cells.length > 1 ? { table: 0 } : {}), cells: cells.map((text) => ({ text })) }))
  return readList([{ isOneOfSeveral: false, pasted: false, rows: lines }], 2022, kinds)
}

test('a bare number is how many came, whatever the column of those who came is called', () => {
  for (const head of ['参加人员', '参加人数', '参加', '实到', '人数', '出席', '到会']) {
    expect(read(['日期', '活动', head], ['3.15', '支委会', '42']), head).toMatchObject({ entries: [{ people: 42 }], findings: [], left: [] })
  }
  expect(read(['日期', '活动', '应到', '实到'], ['3.15', '支委会', '12', '11'])).toMatchObject({ entries: [{ people: 11 }], left: ['应到'] })
})

test('a count said in words is no count, and is told to stay behind without naming anybody', () => {
  const { entries, left } = read(['日期', '活动', '出席'], ['3.15', '支委会', '9'], ['4.9', '党课', '张三、李四'])
  expect(entries.map(({ people }) => people)).toEqual([9, undefined])
  expect(left).toEqual(['出席里没有写数的'])
  expect(JSON.stringify([entries, left])).not.toContain('张三')
})

test('papers and photos are kept: a column of papers as the reference, what is said of photos in the note', () => {
  expect(read(['日期', '活动', '材料'], ['3.15', '支委会', '照片3张']).entries).toMatchObject([{ reference: '照片3张' }])
  expect(read(['日期', '活动', '备注'], ['3.15', '支委会', '第3页，照片3张']).entries).toMatchObject([{ reference: '第3页', note: '第3页，照片3张' }])
  expect(read(['日期', '活动', '备注'], ['3.15', '支委会', '见照片']).entries).toMatchObject([{ note: '见照片' }])
  expect(read(['日期', '活动内容', '照片'], ['3.15', '支委会', '3张']).entries).toMatchObject([{ title: '支委会', note: '照片：3张' }])
  expect(read(['日期', '活动', '记录本', '文号'], ['3.15', '支委会', 'P3', '仪教〔2022〕5号']).entries).toMatchObject([{ reference: 'P3', note: '文号：仪教〔2022〕5号' }])
  expect(read(['3月15日 支委会 9人 照片3张']).entries).toMatchObject([{ title: '支委会 9人 照片3张', people: 9 }])
})

test('what a column of kinds or of days says beside its own is noted under its head', () => {
  expect(read(['日期', '活动', '形式'], ['3.15', '支委会', '线上'], ['3.16', '学习', '党课'], ['3.17', '支委会', '三会一课']).entries.map(({ note }) => note)).toEqual(['形式：线上', undefined, undefined])
  expect(read(['日期', '活动'], ['3.15（改线上）', '支委会'], ['3月16日下午（周三）', '党课']).entries.map(({ note }) => note)).toEqual(['日期：3.15（改线上）', undefined])
})

test('where a row holds several activities, the columns beside them are told to stay behind', () => {
  expect(read(['月份', '支委会', '党员大会', '备注', '人数'], ['3月', '3.5', '3.12', '照片3张', '9']).left).toEqual(['备注', '人数'])
  expect(read(['日期', '活动', ''], ['3.15', '支委会', '食堂']).left).toEqual(['没有表头的列'])
})

test('a record in lines with labels keeps who taught and who was away out of it, and goes on', () => {
  const { entries, findings, left } = read(['时间：2022年3月15日'], ['主题：支委会'], ['请假人员：王五'], ['授课人：赵六'], ['照片：3张'], ['地点：五楼'])
  expect(entries).toMatchObject([{ happenedOn: '2022-03-15', title: '支委会', note: '照片：3张；地点：五楼' }])
  expect([findings, left]).toEqual([[], ['请假人员', '授课人']])
})
