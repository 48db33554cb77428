import { expect, test } from 'vitest'
import { filledForm, publishedTable, shippedForm } from '../testing/shipped-form.ts'
import { writeDocument } from '../write/write-document.ts'
import { wordFile } from '../testing/office-file.ts'
import { readFilled } from './read-filled.ts'

const form = shippedForm()
const written = async (face: 'docx' | 'xlsx', template: boolean, change = {}): Promise<Uint8Array> => {
  const document = await writeDocument(filledForm(change), face, template ? publishedTable() : undefined)
  if (!('bytes' in document)) throw new Error('not written')
  return document.bytes
}

test.each([
  ['the published Word table', 'docx', true],
  ['a clean Word table', 'docx', false],
  ['an Excel table', 'xlsx', false],
] as const)('what was written into %s comes back, item by item', async (_, face, template) => {
  const { selfScores, remarks } = filledForm()
  const { unit, items, findings } = readFilled(await written(face, template), '云溪小学.docx', form)
  expect([unit, findings]).toEqual(['云溪小学', []])
  expect(items.map(({ no, score }) => [no, score])).toEqual(form.items.map(({ no }) => [no, selfScores[no]]))
  expect(Object.fromEntries(items.filter(({ remark }) => remark !== '').map(({ no, remark }) => [no, remark]))).toEqual(remarks)
})

test('an empty cell is no nought, and what is no mark of the item is told and not read', async () => {
  const { items } = readFilled(await written('docx', true, { selfScores: { 1: 2, 3: 0 } }), '', form)
  expect(items.slice(0, 3).map(({ score }) => score)).toEqual([2, null, 0])
  const rows = form.items.slice(0, 20).map((item) => [item.duty, item.clause, item.no === 1 ? '３．５分' : item.no === 2 ? '约3分' : item.no === 3 ? '１．５' : '', ''])
  const wild = wordFile([[['具体责任清单', '评分细则', '自查得分', '备注'], ...rows]])
  const read = readFilled(wild, '', form)
  expect(read.items.slice(0, 3).map(({ score }) => score)).toEqual([null, null, 1.5])
  expect(read.items[0]?.findings[0]?.message).toContain('最多2分')
  expect(read.items[1]?.findings[0]?.message).toContain('不是一个分数')
  expect(read.findings[0]?.message).toBe('有10条在这张表里没有找到，保持原来的分。')
})

test('another form is not read into this one', () => {
  const other = wordFile([[['考核内容', '评分标准', '自查得分'], ['卫生习惯', '好得1分', '1'], ['课桌整齐', '整齐得1分', '1']]])
  expect(readFilled(other, '', form)).toMatchObject({ items: [], findings: [{ code: 'filled.other_form', level: 'error' }] })
  expect(readFilled(new Uint8Array([0x50, 0x4b, 3, 4]), '坏.docx', form).findings[0]?.level).toBe('error')
})
