import { expect, test } from 'vitest'
import type { ImportPreview } from '../../../../../api/contract.ts'
import { alongWords, changeRow, importBodyOf, itemWords, lackOf, leftWords, readWords, rowsOf } from './import-rows.ts'

const base: ImportPreview['rows'][number] = {
  row: 2,
  happenedOn: '2026-03-15',
  title: '支委会',
  countsAs: ['支委会'],
  feeds: ['18.1', '18.2', '26.1'],
  late: true,
  alreadyThere: false,
  ready: true,
  findings: [],
}
const preview: ImportPreview = {
  fileName: '2026台账.xlsx',
  year: 2026,
  rows: [
    { ...base, reference: '记录本P21', people: 7 },
    { ...base, row: 3, alreadyThere: true },
    { ...base, row: 4, happenedOn: null, ready: false },
    { ...base, row: 5, countsAs: [], ready: false },
  ],
  findings: [],
  left: [],
}

test('Of an old list, what is ready comes along by itself, and what is there already does not come twice', () => {
  const rows = rowsOf(preview)
  expect(rows.map((row) => row.chosen)).toEqual([true, false, false, false])
  expect(readWords(rows, 2026)).toBe('读到4行，勾上的1行会导入，2行要补日期或类型，1行已经有了')
  expect(importBodyOf(preview.fileName, rows)).toEqual({
    fileName: '2026台账.xlsx',
    entries: [{ row: 2, countsAs: ['支委会'], title: '支委会', happenedOn: '2026-03-15', people: 7, evidence: [{ reference: '记录本P21' }] }],
  })
})

test('A row that a person completed comes along, and one that lost its day does not', () => {
  const [first, , third] = rowsOf(preview)
  if (first === undefined || third === undefined) throw new Error('rows are missing')
  expect(changeRow(third, { happenedOn: '2026-04-01' }, 2026).chosen).toBe(true)
  expect(changeRow(third, { happenedOn: '2025-04-01' }, 2026).chosen).toBe(false)
  expect(changeRow(first, { happenedOn: null }, 2026).chosen).toBe(false)
})

test('A row whose day has not come says so and waits', () => {
  expect(lackOf({ ...base, happenedOn: '2026-12-09' }, 2026, '2026-11-24')).toBe('12月9日还没有到。办过以后再记。')
  expect(lackOf({ ...base, happenedOn: '2026-11-24' }, 2026, '2026-11-24')).toBeNull()
})

test('A row whose day has not come is not counted among those that lack something', () => {
  const rows = rowsOf({ ...preview, rows: [{ ...base, happenedOn: '2026-12-09', ready: false }, { ...base, row: 3, happenedOn: null, ready: false }] })
  expect(readWords(rows, 2026, '2026-11-24')).toBe('读到2行，勾上的0行会导入，1行要补日期或类型，1行日子还没到')
})

test('What comes along with a row is told: how many, where the original is, what was noted', () => {
  expect(alongWords({ people: 42, reference: '记录本P3', note: '照片3张；地点：五楼会议室' })).toBe('42人，记录本P3，照片3张；地点：五楼会议室')
  expect(alongWords({})).toBe('')
  expect(alongWords({ note: '学'.repeat(80) })).toHaveLength(60)
  expect(leftWords(['主持人', '应到'])).toBe('没有带来：主持人、应到。记录里只记人数，不记姓名。')
  expect(leftWords(Array.from({ length: 30 }, () => '组'))).toBe('没有带来：组、组、组、组、组、组、组、组等30项。记录里只记人数，不记姓名。')
})

test('Items are named once however many criteria of theirs are fed', () => {
  expect(itemWords(base.feeds)).toBe('计入第18、26条')
  expect(itemWords(['18.1', '4.2', '18.3'])).toBe('计入第4、18条')
  expect(itemWords([])).toBe('不计入哪一条')
})
