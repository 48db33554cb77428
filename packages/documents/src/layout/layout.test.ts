import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledForm, shippedForm } from '../testing/shipped-form.ts'
import { checkFilled } from './check-filled.ts'
import { columnRoles, columnsOf } from './columns.ts'
import { dayText, layOut, placeCells } from './lay-out.ts'
import { page } from './page.ts'
import { printable, printableLine } from './printable.ts'

test('the columns fill the width of the text, with room for a handwritten mark and a remark', () => {
  const { columns } = layOut(filledForm())
  const width = (role: string) => columns.find((column) => column.role === role)?.width ?? 0
  expect(columns.map((column) => column.role)).toEqual(['section', 'duty', 'clause', 'self', 'inspection', 'remark'])
  expect(columns.reduce((total, column) => total + column.width, 0)).toBeCloseTo(page.textWidth, 6)
  expect(width('self')).toBeGreaterThanOrEqual(14)
  expect(width('inspection')).toBeGreaterThanOrEqual(14)
  expect(width('remark')).toBeGreaterThanOrEqual(16)
  expect(columns[0]?.head).toEqual(['责任主', '清单'])
  expect(columns[3]?.head).toEqual(['自查', '得分'])
})

test('a column that is not known keeps its place and its head', () => {
  expect(columnRoles(['一级指标', '考核内容', '评分标准', '责任部门', '自评得分', '考评得分', '备注'])).toEqual([
    'section',
    'duty',
    'clause',
    'other',
    'self',
    'inspection',
    'remark',
  ])
  const columns = columnsOf(['项目', '考核内容', '评分细则', '责任部门', '自查得分', '检查得分', '备注'], [{ duty: '甲', clause: '乙' }])
  expect(columns.reduce((total, column) => total + column.width, 0)).toBeCloseTo(page.textWidth, 6)
})

test('every item has one row, and a section’s cell stands over all rows of its section', () => {
  const form = shippedForm()
  const layout = layOut(filledForm())
  expect(layout.rows.map((row) => row.item)).toEqual(form.items.map((item) => item.no))
  for (const section of form.sections) {
    const first = layout.rows.find((row) => row.section === section.no)
    expect(first?.cells[0]).toMatchObject({ role: 'section', rowSpan: section.items.length })
  }
  for (const row of layout.rows) {
    const placed = placeCells(layout.columns, row)
    expect(placed.every(({ column, cell }) => layout.columns[column]?.role === cell.role)).toBe(true)
    expect(placed.at(-1)?.column).toBe(layout.columns.length - 1)
  }
})

test('duty and clause are the official wording, letter for letter', () => {
  const form = shippedForm()
  const { rows } = layOut(filledForm())
  for (const item of form.items) {
    const texts = rows.find((row) => row.item === item.no)?.cells.map((cell) => cell.text)
    expect(texts).toContain(`（${item.no}）${item.duty}`)
    expect(texts).toContain(item.clause)
  }
})

test('an item without a mark is blank, never 0; a mark of 0 is 0', () => {
  const { rows, total } = layOut(filledForm({ selfScores: { 1: 0 }, inspectionScores: {} }))
  const cell = (row: number, role: string) => rows[row]?.cells.find((one) => one.role === role)
  expect(cell(0, 'self')).toMatchObject({ text: '0', score: 0 })
  expect(cell(1, 'self')?.text).toBe('')
  expect(cell(1, 'self')?.score).toBeUndefined()
  expect(total.find((one) => one.role === 'self')).toMatchObject({ text: '0', score: 0 })
  expect(total.find((one) => one.role === 'inspection')?.text).toBe('')
})

test('the total of a column is the exact sum of what is given', () => {
  const { items } = shippedForm()
  const hundredths = fc.record(
    Object.fromEntries(items.map((item) => [item.no, fc.option(fc.integer({ min: 0, max: item.points * 100 }), { nil: undefined })])),
  )
  fc.assert(
    fc.property(hundredths, (given) => {
      const scores = Object.entries(given).flatMap(([no, mark]) => (mark === undefined ? [] : [[Number(no), mark / 100] as const]))
      const sum = scores.reduce((total, [, mark]) => total + Math.round(mark * 100), 0)
      const { total } = layOut(filledForm({ selfScores: Object.fromEntries(scores) }))
      expect(total.find((cell) => cell.role === 'self')?.text).toBe(scores.length === 0 ? '' : String(sum / 100))
    }),
    { numRuns: 50 },
  )
})

test('the day is written as people write it, and a missing one keeps the published blank', () => {
  expect(dayText('2022-03-08')).toBe('2022年3月8日')
  const form = shippedForm()
  expect(layOut({ form, unit: '甲', selfScores: {}, inspectionScores: {}, remarks: {} }).dateLine).toBe(form.dateLine)
})

test('there are at least two rooms to sign in, and one for each inspector', () => {
  const rooms = (inspectors: readonly string[]) => layOut(filledForm({ inspectors })).signature.rooms
  expect(rooms([])).toEqual(['', ''])
  expect(rooms(['王丽'])).toEqual(['王丽', ''])
  expect(rooms(['王丽', '赵强', '钱明'])).toEqual(['王丽', '赵强', '钱明'])
})

test('a title line that is too long is set smaller, never broken', () => {
  expect(layOut(filledForm()).titleSize).toBe(22)
  const form = { ...shippedForm(), titleLines: ['一'.repeat(40)] }
  expect(layOut(filledForm({ form })).titleSize).toBeLessThan(12)
})

test('a row that is taller than half a page may be split, others are kept together', () => {
  const { rows } = layOut(filledForm({ remarks: { 3: '字'.repeat(300) } }))
  expect(rows.filter((row) => row.splits).map((row) => row.item)).toEqual([3])
})

test('what XML and paper cannot hold is taken out of a text, and nothing else', () => {
  expect(printable('上\u0000\u001B下\uFFFF')).toBe('上下')
  expect(printable('半\uD83D个😀')).toBe('半个😀')
  expect(printable('一\r\n二\r三\t四')).toBe('一\n二\n三 四')
  expect(printableLine(' 一\n二 ')).toBe('一 二')
  expect(printable('\u202E=HYPERLINK("x")&<>')).toBe('\u202E=HYPERLINK("x")&<>')
})

test.each([
  [{ selfScores: { 18: 13 } }, 'document.score_out_of_range', '第18条最多12分，填了13分。请填0到12之间的数。'],
  [{ inspectionScores: { 2: -1 } }, 'document.score_out_of_range', '第2条最多3分，填了-1分。请填0到3之间的数。'],
  [{ selfScores: { 2: Number.NaN } }, 'document.score_out_of_range', '第2条的得分不是数字。请填0到3之间的数。'],
  [{ selfScores: { 2: 0.125 } }, 'document.score_out_of_range', '第2条填了0.125分，小数最多两位。请改成两位以内。'],
  [{ remarks: { 31: '有' } }, 'document.item_unknown', '表里没有第31条，这一格没有地方填。请核对条目号。'],
  [{ remarks: { 5: '字'.repeat(2001) } }, 'document.remark_too_long', '第5条的备注有2001字，这一格放不下。请写在2000字以内。'],
  [{ date: '2022-02-30' }, 'document.date_not_a_day', '日期“2022-02-30”不是日历上的一天。请写成2026-12-18这样。'],
  [{ date: '明天' }, 'document.date_not_a_day', '日期“明天”不是日历上的一天。请写成2026-12-18这样。'],
])('a value without a box is a finding: %o', (change, code, message) => {
  expect(checkFilled(filledForm(change))).toMatchObject([{ code, message, level: 'error' }])
})

test('what can be printed has no finding', () => {
  expect(checkFilled(filledForm())).toEqual([])
})
