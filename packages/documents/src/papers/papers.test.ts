import { expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { elementsBelow, wordAttribute } from '../fill/word-xml.ts'
import { bare } from '../layout/printable.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { readWord } from '../testing/read-word.ts'
import { endingOf, yearOfRecords } from '../testing/year-of-records.ts'
import { nameEvidence } from './evidence-names.ts'
import { evidenceIndex } from './evidence-index.ts'
import { ledgerBook } from './ledger-book.ts'
import { writePaper } from './write-paper.ts'

const source = yearOfRecords()
const named = nameEvidence(source.unit, source.records, endingOf)
const book = ledgerBook(source)
const index = evidenceIndex(source, named)

test('the book has every record once by month, and once under each item that it speaks for', () => {
  const [months, items] = book.lists
  expect(months?.groups.map((group) => group.title)).toEqual([
    '1月（1条）', '2月（1条）', '3月（2条）', '4月（1条）', '5月（1条）', '6月（1条）', '7月（1条）', '8月（1条）', '9月（1条）',
    '10月（2条）', '11月（1条）', '12月（1条）',
  ])
  expect(months?.groups.flatMap((group) => group.rows)).toHaveLength(source.records.length)
  expect(items?.groups.map((group) => [group.title.slice(0, 4), group.rows.length])).toEqual([
    ['第2条　', 1], ['第5条　', 12], ['第26条', 1], ['第29条', 1], ['没有计入', 1],
  ])
  expect(book.about).toBe('共14条记录，其中补录1条')
  expect(months?.groups[1]?.rows[0]).toEqual(['2月11日', '2月集中学习（补录）', '集中学习', '9', '第5条', '记录本P6（党建室3号柜）'])
})

test('a file is named by school, first item, day and number, and one that is not there is not named', () => {
  expect(named.map((one) => one.name)).toEqual(['云溪小学_第2条_2026-03-20_01.jpg', '云溪小学_第2条_2026-03-20_02.jpg'])
})

test('the index says where each original lies, under each item', () => {
  const [list] = index.lists
  const meeting = list?.groups.find((group) => group.title.startsWith('第26条'))
  expect(meeting?.rows.map((row) => row.slice(3))).toEqual([
    ['IMG_20260320_164012.jpg', '电子件 云溪小学_第2条_2026-03-20_01.jpg'],
    ['签到表（微信图片）.jpg', '电子件 云溪小学_第2条_2026-03-20_02.jpg'],
    ['still-on-its-way.jpg', '电子件还没传到'],
    ['校党〔2026〕4号', ''],
  ])
  expect(list?.groups.find((group) => group.title.startsWith('第5条'))?.rows[2]?.slice(1)).toEqual([
    '3月11日', '3月集中学习', '记录本P9', '党建室3号柜',
  ])
  expect(index.about).toBe('没有记录佐证材料的条目：第1条、第3—4条、第6—25条、第27—28条、第30条')
})

test('as PDF each page repeats the heads and the item it goes on with, and bears its number', async () => {
  const many = yearOfRecords({
    records: Array.from({ length: 90 }, (_, at) => ({
      id: String(at), title: `第${at + 1}次集中学习`, happenedOn: '2026-05-06', kinds: ['集中学习'], late: false, items: [5],
      evidence: [{ kind: 'reference' as const, reference: `记录本P${at + 1}`, place: '党建室' }],
    })),
  })
  const { pages, info } = readPdf(await writePaper(evidenceIndex(many, []), 'pdf'))
  expect(pages.length).toBeGreaterThan(2)
  expect(info).toContain('A4')
  for (const [at, page] of pages.entries()) {
    expect(bare(page)).toContain('序号日期记录佐证材料原件在哪里第5条')
    expect(page).toContain(`— ${at + 1} —`)
  }
  const text = bare(pages.join(''))
  for (let at = 1; at <= 90; at += 1) expect(text).toContain(`记录本P${at}党建室`)
})

test('as Word the grid adds up to the width of the text, heads are repeated, and no row is missing', async () => {
  const word = readWord(await writePaper(book, 'docx'))
  const tables = elementsBelow(word.document, 'tbl')
  expect(tables).toHaveLength(2)
  for (const table of tables) {
    const widths = elementsBelow(table, 'gridCol').map((column) => Number(wordAttribute(column, 'w')))
    expect(Math.abs(widths.reduce((total, one) => total + one, 0) - (156 / 25.4) * 1440)).toBeLessThan(4)
    expect(elementsBelow(table, 'tblHeader')).toHaveLength(1)
  }
  expect(word.rows.map((row) => row[1])).toContain('上半年专题会议：研究全面从严治党、意识形态和党风廉政\n会上通过了年度党建计划。')
  expect(word.lines).toEqual(expect.arrayContaining(['2026年度活动记录册', '一、按月', '二、按条目', '共14条记录，其中补录1条']))
})

test('as a workbook each list is a sheet, and every cell is text', async () => {
  const { sheets } = await readXlsx(await writePaper(book, 'xlsx'))
  expect(sheets.map((sheet) => sheet.name)).toEqual(['按月', '按条目'])
  expect(sheets[0]?.rows.map((row) => row[3])).toContain('9')
})

test('what people typed is printed as it is, in all three faces', async () => {
  const records = hostileStrings.map((title, at) => ({
    id: String(at), title: `${title}。`, happenedOn: '2026-05-06', kinds: ['党课'], late: false, items: [5], note: title,
    evidence: [{ kind: 'reference' as const, reference: title, place: title }],
  }))
  const hostile = yearOfRecords({ unit: hostileStrings[0] ?? '', records })
  for (const face of ['docx', 'pdf', 'xlsx'] as const) {
    for (const paper of [ledgerBook(hostile), evidenceIndex(hostile, [])]) {
      expect((await writePaper(paper, face)).byteLength).toBeGreaterThan(2000)
    }
  }
  expect(readWord(await writePaper(ledgerBook(hostile), 'docx')).rows.length).toBeGreaterThan(hostileStrings.length)
})

test('a year without records is a paper that says so', async () => {
  const none = yearOfRecords({ records: [] })
  expect(bare(readPdf(await writePaper(ledgerBook(none), 'pdf')).pages.join(''))).toContain('今年还没有记录。')
  expect(bare(readPdf(await writePaper(evidenceIndex(none, []), 'pdf')).pages.join(''))).toContain('还没有记录佐证材料。')
})
