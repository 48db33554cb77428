import type { Table } from '@zicha/core'
import { expect, test } from 'vitest'
import { excelFile, wordFile } from '../testing/office-file.ts'
import { readTable } from './read-table.ts'

const tableOf = (bytes: Uint8Array): Table => {
  const { table, findings } = readTable(bytes)
  if (table === undefined) throw new Error(findings[0]?.message)
  return table
}
const outline = ({ sections, rows }: Table) => [sections.map(({ name, points }) => `${name} ${points ?? ''}`.trim()), rows.map(({ section, points }) => `${section}:${points ?? ''}`)]
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

test('headings across the table are its sections, and a column of 检查项目 beside them is kept with its row', () => {
  const table = tableOf(excelFile([{ name: 'a', merges: ['A2:E2', 'A5:E5'], rows: [
    ['序号', '检查项目', '检查内容', '标准分', '扣分标准'],
    ['一、通风（30分）', null, null, null, null],
    [1, '局部通风', '挂牌管理', 10, '停风一次扣5分'], [2, '防尘', '水幕齐全', 20, '缺一道扣2分'],
    ['二、机电（70分）', null, null, null, null],
    [3, '供电', '三无四有', 70, '一处不合格扣1分'],
  ] }]))
  expect(outline(table)).toEqual([['通风 30', '机电 70'], ['1:10', '1:20', '2:70']])
  expect(table.rows[0]?.extra).toEqual({ 检查项目: '局部通风' })
})

test('a first column merged over its rows holds the sections, and the clause that says its full marks holds the points', () => {
  const table = tableOf(excelFile([{ name: 'a', merges: ['A2:A3'], rows: [
    ['考核指标', '考核要点', '评分办法', '自评'],
    ['爱国守法', '遵守法规', '满分10分。有违法行为的不得分。', null],
    [null, '维护形象', '满分10分。不当言论一次扣5分。', null],
    ['关爱学生', '家校沟通', '满分5分。少一户扣1分，满分5分为止。', null],
  ] }]))
  expect(outline(table)).toEqual([['爱国守法', '关爱学生'], ['1:10', '1:10', '2:']])
})

test('应得分 holds points, and 表1, 表2 over tables of one head are sections', () => {
  const rows = (name: string, points: string) => [['序号', '检查项目', '应得分', '扣分标准', '实得分'], ['1', name, points, '缺一处扣2分', '']]
  const table = tableOf(wordFile([{ title: '安全检查评分表' }, '表1 基础（满分40分）', rows('责任制', '40'), '表2 现场（满分60分）', rows('脚手架', '60')]))
  expect(table.title).toBe('安全检查评分表')
  expect(outline(table)).toEqual([['基础 40', '现场 60'], ['1:40', '2:60']])
})

test('numbered lines under 说明： open no section, and a head of two rows that comes again is no item', () => {
  const head = [['一级指标', '二级指标', '评分标准', '评分', null], [null, null, null, '分值', '自评']]
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'A7:E7', 'A8:E8']
  const table = tableOf(excelFile([{ name: 'a', merges, rows: [
    ...head, ['组织（20分）', '制度', '缺一项扣2分', 20, null], ...head, ['采购（30分）', '票据', '缺一批次扣3分', 30, null],
    ['说明：', null, null, null, null], ['1.材料须盖章。', null, null, null, null],
  ] }]))
  expect(outline(table)).toEqual([['组织 20', '采购 30'], ['1:20', '2:30']])
})

test('a list counted （一）（二） under 一、 has items, and its foot is no clause', () => {
  const table = tableOf(text('村级考核评分细则\n一、组织（30分）\n（一）机构（10分）。成立得5分。\n（二）经费（20分）。未列入扣20分。\n\n本细则由镇政府解释。\n'))
  expect(outline(table)).toEqual([['组织 30'], ['1:10', '1:20']])
  expect(table.rows[1]?.clause).toBe('经费（20分）。未列入扣20分。')
})
