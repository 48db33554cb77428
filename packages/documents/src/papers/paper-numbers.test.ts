import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Paper } from './paper.ts'
import { writePaper } from './write-paper.ts'

const rows = [['1', '议事规则', '3', '0.3333333333333333', '2.5'], ['2', '=1+1', '0', '', '未答']]
const paper: Paper = {
  title: '汇总表', unit: '云江市教育局', madeOn: '2026-11-24', about: '按代码排。',
  lists: [
    {
      heading: '各条失分',
      columns: [
        { head: '条', width: 12, align: 'center', numbers: 'mark' },
        { head: '内容', width: 60, align: 'left' },
        { head: '失分', width: 20, align: 'center', numbers: 'count' },
        { head: '比例', width: 30, align: 'center', numbers: 'share' },
        { head: '得分', width: 34, align: 'center', numbers: 'mark' },
      ],
      groups: [{ title: '', rows }],
      empty: '',
      wide: { staying: 2 },
      chart: { title: '几成失分', names: 0, bars: [{ name: '自查', column: 3 }] },
    },
  ],
}
const partsOf = async (some: Paper) => {
  const parts = unzipSync(await writePaper(some, 'xlsx'))
  return (name: string) => (parts[name] === undefined ? undefined : strFromU8(parts[name]))
}

test('a workbook holds number columns as numbers, everything else as text, and a blank stays blank', async () => {
  const { sheets } = await readXlsx(await writePaper(paper, 'xlsx'))
  expect(sheets[0]?.rows.slice(3, 5).map((row) => row.slice(0, 5))).toEqual([[1, '议事规则', 3, 0.3333333333333333, 2.5], [2, '=1+1', 0, null, '未答']])
})

test('a chart draws the cells themselves, from the first row to the last, and is not cut by the end of a page', async () => {
  const part = await partsOf(paper)
  const chart = part('xl/charts/chart1.xml') ?? ''
  expect([...chart.matchAll(/<c:f>([^<]*)</gu)].map(([, range]) => range)).toEqual(["'各条失分'!A4:A5", "'各条失分'!D4:D5"])
  const sheet = part('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('orientation="landscape"')
  expect(sheet).toMatch(/<brk id="6"/u)
})

test('without rows nothing is drawn', async () => {
  const part = await partsOf({ ...paper, lists: paper.lists.map((list) => ({ ...list, groups: [], empty: '还没有。' })) })
  expect(part('xl/charts/chart1.xml')).toBeUndefined()
})

test('on a page the same list is text, with no line for a group without a title', async () => {
  expect((await writePaper(paper, 'docx')).byteLength).toBeGreaterThan(2000)
  expect((await writePaper(paper, 'pdf')).byteLength).toBeGreaterThan(2000)
})
