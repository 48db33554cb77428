import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { filledForm, shippedForm } from '../testing/shipped-form.ts'
import { writeDocument } from './write-document.ts'

const excel = async (filled = filledForm()): Promise<Uint8Array> => {
  const written = await writeDocument(filled, 'xlsx')
  if (!('bytes' in written)) throw new Error(written.message)
  return written.bytes
}

const sheetOf = async (bytes: Uint8Array) => {
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

test('marks are numbers, words are text, and what is not given is empty', async () => {
  const filled = filledForm({ inspectionScores: { 2: 2 } })
  const { rows } = await sheetOf(await excel(filled))
  const item = (no: number) => rows[3 + no]
  expect(item(2)?.slice(1)).toEqual([
    `（2）${shippedForm().items[1]?.duty}`,
    shippedForm().items[1]?.clause,
    2.5,
    2,
    '计划晚于三月',
  ])
  expect(item(3)?.slice(3)).toEqual([2, null, null])
  expect(rows[34]?.slice(3)).toEqual([98.5, 2, null])
  expect(rows[34]?.[0]).toBe('总分')
  expect(rows[2]?.[0]).toBe('单位（学校）：云溪小学')
  expect(rows[35]?.[0]).toContain('检查人签字：王丽')
})

test('title, section cells and the total are merged as on paper', async () => {
  const { merges = [] } = await sheetOf(await excel())
  const has = (startRow: number, startCol: number, endRow: number, endCol: number) =>
    merges.some((one) => one.startRow === startRow && one.startCol === startCol && one.endRow === endRow && one.endCol === endCol)
  expect(has(1, 0, 1, 5)).toBe(true)
  expect(has(4, 0, 6, 0)).toBe(true)
  expect(has(34, 0, 34, 2)).toBe(true)
})

test('the head stays in sight and on every printed page, which is A4 as wide as the table', async () => {
  const bytes = await excel()
  const sheet = await sheetOf(bytes)
  expect(sheet.freezePane).toMatchObject({ rows: 4 })
  expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'portrait', printTitlesRow: '$4:$4' })
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).toContain('fitToHeight="0"')
  expect(xml).toContain('核验码 7F3A-91C2-08DE')
})

test('no remark or name is ever a formula', async () => {
  const starts = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example.invalid")', '\t=1', '\r=1']
  for (const text of starts) {
    const bytes = await excel(filledForm({ unit: text, remarks: { 1: text }, inspectors: [text] }))
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).not.toMatch(/<f[ >]/)
    const { rows } = await sheetOf(bytes)
    expect(rows[4]?.[5]).toBe(text.trim())
  }
})

test('the same values give the same bytes', async () => {
  expect(Buffer.from(await excel()).equals(Buffer.from(await excel()))).toBe(true)
})
