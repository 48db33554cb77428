import { formFromTable } from '@zicha/core'
import type { FilledForm } from '@zicha/core'
import { expect, test } from 'vitest'
import { readTable } from '../read/read-table.ts'
import { wordFile } from '../testing/office-file.ts'
import { readWord } from '../testing/read-word.ts'
import { checkTemplate, writeDocument } from '../write/write-document.ts'

/** As most offices send them: one column for marks, no remarks, no line for the unit, section rows across the table. */
const published = wordFile([
  { title: '消防安全考核表' },
  [
    ['考核内容', '分值', '评分标准', '得分'],
    [{ text: '一、组织领导', span: 4 }],
    ['1.成立领导小组', '2', '成立得2分', ''],
    [{ text: '二、宣传教育', span: 4 }],
    ['2.开展疏散演练', '3', '每年演练1次，少一次扣3分', ''],
    ['总分', '5', '', ''],
  ],
])

const filledWith = (scores: Partial<FilledForm>): FilledForm => {
  const { table } = readTable(published)
  if (table === undefined) throw new Error('not read')
  return { form: formFromTable(table).form, unit: '育才小学', selfScores: {}, inspectionScores: {}, remarks: {}, ...scores }
}

const marksIn = async (filled: FilledForm): Promise<readonly (string | undefined)[]> => {
  const written = await writeDocument(filled, 'docx', published)
  if (!('bytes' in written)) throw new Error(written.message)
  return readWord(written.bytes).rows.filter((row) => row.length === 4).slice(1).map((row) => row[3])
}

test('a table with one column for marks can be filled', async () => {
  expect(await checkTemplate(published, filledWith({}).form)).toEqual([])
})

test('the one column shows the school’s own marks until there are those of the inspection', async () => {
  expect(await marksIn(filledWith({ selfScores: { 1: 2, 2: 1.5 } }))).toEqual(['2', '1.5', '3.5'])
  expect(await marksIn(filledWith({ selfScores: { 1: 2, 2: 1.5 }, inspectionScores: { 1: 1, 2: 1.5 } }))).toEqual(['1', '1.5', '2.5'])
})

test('a sheet laid out anew says whose it is and who signs, though the uploaded table had no such line', async () => {
  const written = await writeDocument(filledWith({ selfScores: { 1: 2 } }), 'docx')
  if (!('bytes' in written)) throw new Error(written.message)
  const { lines, rows } = readWord(written.bytes)
  expect(lines.join('\n')).toMatch(/单位：育才小学[\s\S]*检查人签字：/)
  expect(rows[0]?.map((head) => head.replace('\n', ''))).toEqual(['考核内容', '分值', '评分标准', '自查得分', '得分', '备注'])
  expect(rows.at(-1)?.[0]).toBe('总分')
})
