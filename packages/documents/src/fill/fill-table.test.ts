import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { bare } from '../layout/printable.ts'
import { filledForm, publishedTable, shippedForm } from '../testing/shipped-form.ts'
import { partText, readWord } from '../testing/read-word.ts'
import { blankTable } from './blank-table.ts'
import { fillTable } from './fill-table.ts'
import { childElement, childElements, elementsBelow, wordAttribute } from './word-xml.ts'
import type { Element } from './word-xml.ts'

const fill = (template: Uint8Array, filled = filledForm()): Uint8Array => {
  const written = fillTable(template, filled)
  if (!(written instanceof Uint8Array)) throw new Error(JSON.stringify(written))
  return written
}

const templates = [
  ['the published table', publishedTable()],
  ['a clean table', blankTable(shippedForm())],
] as const

test.each(templates)('%s: every value has its box', (_, template) => {
  const filled = filledForm()
  const { rows, lines } = readWord(fill(template, filled))
  for (const item of filled.form.items) {
    const row = rows.find((cells) => cells[1]?.startsWith(`（${item.no}）`))
    expect(row?.slice(1)).toEqual([
      `（${item.no}）${item.duty}`,
      item.clause,
      String(filled.selfScores[item.no]),
      String(filled.inspectionScores[item.no]),
      filled.remarks[item.no] ?? '',
    ])
  }
  expect(rows.at(-1)).toEqual(['总分', '98.5', '97.5', ''])
  expect(lines[0]).toBe('附件：')
  expect(lines[1]).toBe('扬州市中小学（幼儿园）党组织全面从严治党\n主体责任履行情况自查表')
  expect(lines[2]).toBe('单位（学校）：云溪小学 2022年12月8日')
  expect(lines[3]).toMatch(/^检查人签字： 王丽 {2}赵强 .*年 {3}月 {3}日$/)
})

test.each(templates)('%s: every box is filled or left blank on purpose', (_, template) => {
  const { rows } = readWord(fill(template))
  const blank = rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [`${row}.${column}`] : [])))
  const form = shippedForm()
  const firstOfSection = form.sections.map((section) => section.items[0])
  const expected = [
    ...form.items.flatMap((item) => [
      ...(firstOfSection.includes(item.no) ? [] : [`${item.no}.0`]),
      ...(item.no === 2 || item.no === 18 ? [] : [`${item.no}.5`]),
    ]),
    '31.3',
  ]
  expect(blank).toEqual(expected)
})

test.each(templates)('%s: the kinds agree: numbers under marks, words under remarks', (_, template) => {
  const { rows } = readWord(fill(template, filledForm({ remarks: { 4: '12' } })))
  for (const row of rows.slice(1, 31)) {
    expect(row[3]).toMatch(/^\d+(\.\d{1,2})?$/)
    expect(row[4]).toMatch(/^\d+(\.\d{1,2})?$/)
  }
  expect(rows[4]?.[5]).toBe('12')
})

test('no sentence of the spoken advice is printed', () => {
  const published = readWord(publishedTable())
  const filled = filledForm({ remarks: {} })
  const printed = bare(partText(readWord(fill(publishedTable(), filled)), 'word/document.xml'))
  for (const phrase of ['会上另讲', '公文系统', '可以参照', '每年3月份', '大家可提供', '微党课']) {
    expect(bare(partText(published, 'word/document.xml').replace(/<[^>]*>/g, ''))).toContain(phrase)
    expect(printed).not.toContain(phrase)
  }
  const words = readWord(fill(publishedTable(), filled)).rows.flat().join('')
  const official = filled.form.items.map((item) => `（${item.no}）${item.duty}${item.clause}`).join('')
  const marks = filled.form.items.map((item) => `${filled.selfScores[item.no]}${filled.inspectionScores[item.no]}`).join('')
  const rest = bare(words).length - bare(official).length - marks.length
  // What is left is the heads, the eight sections and the total.
  expect(rest).toBeLessThan(bare(published.rows[0]?.join('') ?? '').length + 8 * 20 + 10)
})

const widths = (table: Element) => {
  const grid = childElement(table, 'tblGrid')
  const columns = childElements(grid ?? table, 'gridCol').map((one) => Number(wordAttribute(one, 'w')))
  const total = Number(wordAttribute(childElement(childElement(table, 'tblPr') ?? table, 'tblW'), 'w'))
  const rows = childElements(table, 'tr').map((row) =>
    childElements(row, 'tc').map((cell) => Number(wordAttribute(childElement(childElement(cell, 'tcPr') ?? cell, 'tcW'), 'w'))),
  )
  return { columns, total, rows }
}

test.each(templates)('%s: grid and cells both add up to the width of the text', (_, template) => {
  const { columns, total, rows } = widths(readWord(fill(template)).table)
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
  expect(total).toBe(8844)
  expect(sum(columns)).toBe(total)
  for (const row of rows) expect(sum(row)).toBe(total)
  const [, , , self = 0, inspection = 0, remark = 0] = columns
  expect(Math.min(self, inspection)).toBeGreaterThanOrEqual(Math.floor((14 / 25.4) * 1440))
  expect(remark).toBeGreaterThanOrEqual(Math.floor((16 / 25.4) * 1440))
})

test.each(templates)('%s: the head repeats, rows stay whole, a section’s cell stays merged', (_, template) => {
  const { table } = readWord(fill(template, filledForm({ remarks: { 9: '字'.repeat(300) } })))
  const rows = childElements(table, 'tr')
  const has = (row: Element, name: string) => childElement(childElement(row, 'trPr') ?? row, name) !== undefined
  expect(rows.map((row) => has(row, 'tblHeader'))).toEqual(rows.map((_row, index) => index === 0))
  expect(rows.flatMap((row, index) => (has(row, 'cantSplit') ? [] : [index]))).toEqual([9])
  expect(elementsBelow(table, 'vMerge')).toHaveLength(30)
})

test.each(templates)('%s: the page is that of official print, its number odd right and even left', (_, template) => {
  const word = readWord(fill(template))
  const [section] = elementsBelow(word.document, 'sectPr')
  const margins = section === undefined ? undefined : childElement(section, 'pgMar')
  const margin = (name: string) => Number(wordAttribute(margins, name))
  expect([margin('top'), margin('right'), margin('bottom'), margin('left')]).toEqual([2098, 1474, 1984, 1587])
  expect(partText(word, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  for (const foot of ['word/footOdd.xml', 'word/footEven.xml']) {
    expect(partText(word, foot)).toContain(' PAGE ')
    expect(partText(word, foot)).toContain('核验码 7F3A-91C2-08DE')
    expect(partText(word, '[Content_Types].xml')).toContain(`/${foot}`)
  }
  expect(partText(word, 'word/fontTable.xml')).toMatch(/方正小标宋简体.*仿宋_GB2312.*黑体.*宋体/s)
})

test('a form without a code has a foot without one', () => {
  const { verificationCode: _code, ...unsealed } = filledForm()
  expect(partText(readWord(fill(publishedTable(), unsealed)), 'word/footOdd.xml')).not.toContain('核验码')
})

test('parts that the dress does not touch stay byte for byte', () => {
  const before = unzipSync(publishedTable())
  const after = unzipSync(fill(publishedTable()))
  const touched = ['word/document.xml', 'word/settings.xml', 'word/fontTable.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']
  const changed = Object.keys(before).filter((name) => strFromU8(before[name] ?? new Uint8Array(), true) !== strFromU8(after[name] ?? new Uint8Array(), true))
  expect(changed.sort()).toEqual(touched.sort())
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual(['word/footOdd.xml', 'word/footEven.xml'])
})

test('the same values give the same bytes', () => {
  expect(fill(publishedTable())).toEqual(fill(publishedTable()))
})

test('a filled table can be filled again, with other values', () => {
  const once = fill(publishedTable())
  const twice = readWord(fill(once, filledForm({ unit: '振兴幼儿园', selfScores: { 1: 1 } })))
  expect(twice.lines[2]).toContain('振兴幼儿园')
  expect(twice.rows[1]?.[3]).toBe('1')
  expect(twice.rows[2]?.[3]).toBe('')
})

/** The published table with one stretch of its text exchanged. */
const withText = (from: string | RegExp, to: string): Uint8Array => {
  const parts = unzipSync(publishedTable())
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
}

const refusal = (template: Uint8Array) => {
  const refused = fillTable(template, filledForm())
  if (refused instanceof Uint8Array) throw new Error('was filled')
  return refused
}

test('a duty of another edition is named with its row', () => {
  expect(refusal(withText('学校党组织政治引领作用发挥较好', '学校党组织作用发挥较好'))).toMatchObject([
    { code: 'document.template_wording_differs', where: '表格第2行', message: expect.stringContaining('第2行第1条的具体责任') },
  ])
})

test('a clause of another edition is named with its row', () => {
  expect(refusal(withText('少一次扣', '缺一次扣'))).toMatchObject([
    { code: 'document.template_wording_differs', message: expect.stringMatching(/第\d+行第\d+条的评分细则/) },
  ])
})

test('a clause with another number of points is named, too', () => {
  expect(refusal(withText('</w:t></w:r><w:r><w:rPr></w:rPr><w:t>次组织生活会得', '0</w:t></w:r><w:r><w:rPr></w:rPr><w:t>次组织生活会得'))).toMatchObject([
    { code: 'document.template_wording_differs' },
  ])
})

test('a table without a row of the form, without its unit line or its total says which', () => {
  const third = /<w:tr>(?:(?!<w:tr>)[\s\S])*?每年至少组织[\s\S]*?<\/w:tr>/
  expect(refusal(withText(third, ''))).toMatchObject([{ code: 'document.template_item_missing', where: '第3条' }])
  expect(refusal(withText('单位（学校）', '学校'))).toMatchObject([{ code: 'document.template_line_missing', where: '单位（学校）：' }])
  expect(refusal(withText('>总分<', '>合计<')).map((one) => one.code)).toContain('document.template_line_missing')
  expect(refusal(withText('>评分细则<', '>其他<'))).toMatchObject([{ code: 'document.template_no_table' }])
})

const damaged: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', new Uint8Array()],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ['an encrypted or old file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)])],
  ['a file cut in half', publishedTable().slice(0, 7000)],
  ['a zip without a text', zipSync({ 'a.txt': strToU8('a') })],
  ['broken XML', zipSync({ ...unzipSync(publishedTable()), 'word/document.xml': strToU8('<w:document><w:body>') })],
  ['a DOCTYPE', zipSync({ ...unzipSync(publishedTable()), 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })],
  ['XML nested without end', zipSync({ ...unzipSync(publishedTable()), 'word/document.xml': strToU8('<a>'.repeat(5000) + '</a>'.repeat(5000)) }, { level: 0 })],
  ['a text of many megabytes', zipSync({ ...unzipSync(publishedTable()), 'word/document.xml': strToU8(`<a>${Array.from({ length: 700_000 }, (_, at) => at).join(' ')}</a>`) })],
  ['a bomb', zipSync({ ...unzipSync(publishedTable()), 'word/media/x.png': new Uint8Array(60_000_000) })],
]

test.each(damaged)('%s is refused with a sentence that says what to do', (_, bytes) => {
  const refused = refusal(bytes)
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatchObject({ level: 'error', message: expect.stringMatching(/请.+。$/) })
})

test('a file broken anywhere is refused or filled, never a crash', () => {
  const whole = publishedTable()
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
    const broken = whole.slice()
    broken[at] = (broken[at] ?? 0) ^ 0x55
    const written = fillTable(broken, filledForm())
    if (written instanceof Uint8Array) expect(readWord(written).rows).toHaveLength(32)
    else expect(written[0]?.message).toMatch(/。$/)
  }
})
