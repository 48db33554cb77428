import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { printable, printableLine } from '../layout/printable.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { readWord } from '../testing/read-word.ts'
import { filledForm, publishedTable } from '../testing/shipped-form.ts'
import type { DocumentFace } from './write-document.ts'
import { writeDocument } from './write-document.ts'

const write = async (text: string, face: DocumentFace, template?: Uint8Array): Promise<Uint8Array> => {
  const filled = filledForm({ unit: text, remarks: { 1: text }, inspectors: [text, text], verificationCode: text })
  const written = await writeDocument(filled, face, template)
  if (!('bytes' in written)) throw new Error(written.message)
  return written.bytes
}

const remark = (text: string) => printable(text).trim()

test.each(hostileStrings)('Word gives back %j as it was, less what XML cannot hold', async (text) => {
  const template = publishedTable()
  const { rows, lines } = readWord(await write(text, 'docx', template))
  expect(rows[1]?.[5]).toBe(remark(text))
  expect(lines[2]).toBe(`单位（学校）：${printableLine(text)} 2022年12月8日`)
  expect(rows).toHaveLength(32)
})

test.each(hostileStrings)('Excel gives back %j as text', async (text) => {
  const [sheet] = (await readXlsx(await write(text, 'xlsx'))).sheets
  const value = sheet?.rows[4]?.[5]
  expect(value ?? '').toBe(remark(text))
  expect(sheet?.rows[2]?.[0]).toBe(`单位（学校）：${printableLine(text)}`)
})

test('a PDF with any of them has all its pages and every item', async () => {
  for (let first = 0; first < hostileStrings.length; first += 8) {
    const some = hostileStrings.slice(first, first + 8)
    const remarks = Object.fromEntries(some.map((text, index) => [index + 1, text]))
    const written = await writeDocument(filledForm({ unit: some[0] ?? '', remarks, inspectors: some }), 'pdf')
    if (!('bytes' in written)) throw new Error(written.message)
    const { pages } = readPdf(written.bytes)
    expect(pages.length).toBeGreaterThanOrEqual(4)
    expect(pages.join('').replace(/\s/g, '')).toContain('未参加的扣2分。')
  }
})
