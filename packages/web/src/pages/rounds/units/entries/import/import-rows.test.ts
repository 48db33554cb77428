import { expect, test } from 'vitest'
import type { ImportPreview } from '../../../../../api/contract.ts'
import { changeRow, importBodyOf, itemWords, lackOf, readWords, rowsOf } from './import-rows.ts'

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

test('Items are named once however many criteria of theirs are fed', () => {
  expect(itemWords(base.feeds)).toBe('计入第18、26条')
  expect(itemWords([])).toBe('不计入哪一条')
})
