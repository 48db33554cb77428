import { expect, test } from 'vitest'
import { bare } from '../layout/printable.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { filledForm, shippedForm } from '../testing/shipped-form.ts'
import { writeDocument, writePages } from './write-document.ts'

const pdf = async (filled = filledForm()): Promise<Uint8Array> => {
  const written = await writeDocument(filled, 'pdf')
  if (!('bytes' in written)) throw new Error(written.message)
  return written.bytes
}

/** Text without blanks: where a line was broken says nothing about the wording. */
const wording = (pages: readonly string[]) => bare(pages.join(''))

test('the text can be selected, and holds each duty and clause exactly', async () => {
  const form = shippedForm()
  const text = wording(readPdf(await pdf()).pages)
  for (const item of form.items) {
    expect(text).toContain(bare(`（${item.no}）${item.duty}`))
    expect(text).toContain(bare(item.clause))
  }
  expect(text).toContain(bare('单位（学校）：云溪小学'))
  expect(text).toContain('2022年12月8日')
  expect(text).toContain('总分98.597.5')
  expect(text).not.toContain('会上另讲')
})

test('each page repeats the head and bears its number and the code', async () => {
  const { pages, info } = readPdf(await pdf())
  expect(pages.length).toBeGreaterThanOrEqual(4)
  expect(info).toContain('A4')
  for (const [index, page] of pages.entries()) {
    expect(bare(page)).toContain('具体责任清单评分细则')
    expect(page).toContain(`— ${index + 1} —`)
    expect(page).toContain('核验码 7F3A-91C2-08DE')
  }
})

test('a section that runs over a page is named again there', async () => {
  const { pages } = readPdf(await pdf())
  const again = pages.slice(1).filter((page) => page.includes('（续）'))
  expect(again.length).toBeGreaterThan(0)
  expect(pages[0]).not.toContain('（续）')
  for (const page of again) expect(bare(page)).toMatch(/\d\.抓.+?责任。\(\d+分\)\(续\)/)
})

test('all fonts are embedded, and the document says its title and language', async () => {
  const bytes = await pdf()
  const { fonts, info } = readPdf(bytes)
  const rows = fonts.trim().split('\n').slice(2)
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const row of rows) expect(row).toMatch(/Noto(Serif|Sans).* yes yes yes /)
  expect(info).toContain(`Title:           ${shippedForm().title}`)
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (zh')
})

/** The standard that a PDF says it keeps, from its description. */
const standardOf = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString('latin1')
  const part = /<(pdfaid|pdfuaid):part>(\d)/.exec(text) ?? []
  return { name: part[1], part: part[2], level: /<pdfaid:conformance>(\w)/.exec(text)?.[1] }
}

test('a dated table is a PDF/A for the archive, an undated one can be read aloud, and one with strange characters is still a PDF', async () => {
  const { date: _date, ...undated } = filledForm()
  expect(standardOf(await pdf())).toEqual({ name: 'pdfaid', part: '2', level: 'A' })
  expect(standardOf(await pdf(undated))).toMatchObject({ name: 'pdfuaid', part: '1' })
  expect(readPdf(await pdf(filledForm({ remarks: { 1: '\u{10FFFD}' } }))).pages.length).toBeGreaterThanOrEqual(4)
})

test('the same values give the same bytes', async () => {
  expect(Buffer.from(await pdf()).equals(Buffer.from(await pdf()))).toBe(true)
})

test('a name that looks like markup is printed as it is', async () => {
  const text = wording(readPdf(await pdf(filledForm({ unit: '#evil[ $x$ *a* \\u{41} @b', remarks: { 1: '#panic("x")' } }))).pages)
  expect(text).toContain(bare('单位（学校）：#evil[ $x$ *a* \\u{41} @b'))
  expect(text).toContain(bare('#panic("x")'))
})

test('nothing filled in gives the blank table', async () => {
  const text = wording(readPdf(await pdf({ form: shippedForm(), unit: '', selfScores: {}, inspectionScores: {}, remarks: {} })).pages)
  expect(text).toContain(bare('单位（学校）：年月日'))
  expect(text).not.toContain('核验码')
})

test('a remark of 300 characters takes its row over pages and loses nothing', async () => {
  const remark = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
  const { pages } = readPdf(await pdf(filledForm({ remarks: { 3: remark } })))
  // Read column by column: pdftotext mixes the cells of a row that is split.
  const found = [...remark].filter((character) => pages.join('').includes(character))
  expect(found.join('')).toBe(remark)
})

test('documents asked for at once come out each with its own name', async () => {
  const names = ['甲校', '乙校', '丙校', '丁校', '戊校', '己校']
  const all = await Promise.all(names.map((unit) => pdf(filledForm({ unit }))))
  expect(all.map((bytes) => names.filter((name) => wording(readPdf(bytes).pages).includes(name)))).toEqual(names.map((name) => [name]))
})

test('a page is a drawing of its own, with every glyph that it uses', async () => {
  const pages = await writePages(filledForm())
  if (!Array.isArray(pages)) throw new Error('no pages')
  expect(pages).toHaveLength(readPdf(await pdf()).pages.length)
  for (const [index, page] of pages.entries()) {
    expect(page).toMatch(/^<svg viewBox="0 [\d.]+ [\d.]+ [\d.]+" /)
    expect(page).toContain(`viewBox="0 ${index === 0 ? '0' : ''}`)
    const used = [...page.matchAll(/href="#([^"]+)"/g)].map((one) => String(one[1]))
    const drawn = new Set([...page.matchAll(/<symbol id="([^"]+)"/g)].map((one) => one[1]))
    expect(used.length).toBeGreaterThan(100)
    expect(used.every((id) => drawn.has(id))).toBe(true)
  }
})

test('a score above its maximum is refused before anything is drawn', async () => {
  expect(await writeDocument(filledForm({ selfScores: { 18: 13 } }), 'pdf')).toMatchObject({ code: 'document.score_out_of_range' })
  expect(await writePages(filledForm({ selfScores: { 18: 13 } }))).toMatchObject({ code: 'document.score_out_of_range' })
})
