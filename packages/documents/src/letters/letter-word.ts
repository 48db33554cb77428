import { titleLinesOf } from '@zicha/core'
import { zipSync } from 'fflate'
import { barePackage } from '../fill/blank-table.ts'
import { dressPackage, footIds } from '../fill/dress-package.ts'
import { dressPage } from '../fill/dress-page.ts'
import { fonts, paragraph, run } from '../fill/paragraph.ts'
import type { ParagraphStyle } from '../fill/paragraph.ts'
import { twipsOf } from '../fill/set-text.ts'
import { mark, parseXml, partOf, serializeXml } from '../fill/word-xml.ts'
import type { Mark } from '../fill/word-xml.ts'
import { dayText } from '../layout/lay-out.ts'
import { cellPadding, typeSize } from '../layout/page.ts'
import { printable, printableLine } from '../layout/printable.ts'
import type { Letter, LetterBlock, LetterList } from './letter.ts'

/** 22 lines a page (GB/T 9704-2012, 5.2.3): 225 mm by 22. */
const line = 28.95
/** A character of 3号 in twips: what first lines and signatures are moved in by. */
const character = typeSize.三号 * 20

const body: ParagraphStyle = { font: fonts.text, points: typeSize.三号, align: 'both', line, firstLine: 2 * character }
const flush: ParagraphStyle = { ...body, firstLine: 0 }
const title: ParagraphStyle = { font: fonts.title, points: typeSize.二号, align: 'center', line: 34 }
const headFonts = { 1: fonts.head, 2: '楷体_GB2312' } as const
const hint: ParagraphStyle = { font: '楷体_GB2312', points: typeSize.四号, align: 'both', line: 22, keepLines: true }
const listTitle: ParagraphStyle = { ...title, before: 6, after: 12 }
const cellStyle: ParagraphStyle = { font: fonts.text, points: 12, align: 'left', line: 18 }

/** A letter as a Word draft: A4, 28 characters by 22 lines, page numbers at the outer edge. */
export const writeLetterWord = (letter: Letter): Uint8Array => {
  const document = parseXml(partOf(mark('document', {}, [mark('body', {}, [...textOf(letter), ...letter.lists.flatMap(listMarks), mark('sectPr')])])))
  if (document === undefined) throw new Error('a letter came out as no XML')
  dressPage(document, footIds)
  const dressed = dressPackage(barePackage(serializeXml(document)), undefined)
  if (dressed === undefined) throw new Error('the package of a letter could not be dressed')
  return zipSync({ ...dressed }, { level: 6, mtime: new Date(1980, 0, 1) })
}

const set = (text: string, style: ParagraphStyle): Mark => paragraph(run(printable(text), style), style)

const blank = (style: ParagraphStyle): Mark => paragraph([], style)

const textOf = (letter: Letter): readonly Mark[] => [
  ...letter.hints.map((text) => set(`〔草稿提示，定稿前删去〕${text}`, hint)),
  ...(letter.hints.length === 0 ? [] : [blank(body)]),
  ...letter.title.map((text) => set(printableLine(text), title)),
  blank(body),
  set(`${printableLine(letter.to)}：`, flush),
  // A signature never stands on a page without text of its letter (GB/T 9704-2012, 7.3.5.5).
  ...letter.body.map((block, index) => blockMark(block, index === letter.body.length - 1)),
  ...attachmentMarks(letter.attachments),
  ...signature(letter),
]

const blockMark = (block: LetterBlock, isLast: boolean): Mark => {
  if (block.kind === 'text') return set(block.text, { ...body, ...(isLast ? { keepNext: true } : {}) })
  return set(block.text, { ...body, font: headFonts[block.level], keepNext: true })
}

/** One blank line under the text, two characters in; a long name hangs under its own first character. */
const attachmentMarks = (names: readonly string[]): readonly Mark[] => {
  if (names.length === 0) return []
  const only = names.length === 1
  return [
    blank({ ...body, keepNext: true }),
    ...names.map((name, index) => {
      const label = only ? '附件：' : index === 0 ? `附件：${index + 1}．` : `${index + 1}．`
      const hang = (only ? 3 : 4.5) * character
      const first = only || index === 0 ? 0 : 3 * character
      return set(`${label}${printableLine(name)}`, {
        ...flush,
        align: 'left',
        // The names go along with the signature, which never stands on a page alone.
        keepNext: true,
        indent: { left: 2 * character + hang, right: 0 },
        firstLine: first - hang,
      })
    }),
  ]
}

/** Without a seal (9704, 7.3.5.2): the date four characters from the right, the name centred over it as far as it fits. */
const signature = ({ from, date }: Letter): readonly Mark[] => {
  const day = date === null ? '　　　　年　月　日' : dayText(date)
  const name = printableLine(from)
  const over = Math.max(2, 4 + (day.length - name.length) / 2)
  const right: ParagraphStyle = { ...flush, align: 'right', keepLines: true }
  return [
    blank({ ...body, keepNext: true }),
    blank({ ...body, keepNext: true }),
    set(name, { ...right, keepNext: true, indent: { left: 0, right: Math.round(over * character) } }),
    set(day, { ...right, indent: { left: 0, right: 4 * character } }),
  ]
}

const listMarks = (list: LetterList): readonly Mark[] => [
  paragraph([mark('r', {}, [mark('br', { type: 'page' })])], { ...flush, line: 2 }),
  set(list.label, { ...flush, font: fonts.head }),
  ...titleLinesOf(printableLine(list.title)).map((text) => set(text, listTitle)),
  tableOf(list),
  blank({ ...flush, line: 2 }),
]

const tableOf = (list: LetterList): Mark => {
  const widths = list.columns.map(({ width }) => twipsOf(width))
  const side = (name: string, width: number): Mark => mark(name, { w: twipsOf(width), type: 'dxa' })
  const cell = (text: string, style: ParagraphStyle, width: number): Mark =>
    mark('tc', {}, [mark('tcPr', {}, [mark('tcW', { w: width, type: 'dxa' }), mark('vAlign', { val: 'center' })]), set(printableLine(text), style)])
  const row = (cells: readonly Mark[], isHead: boolean): Mark =>
    mark('tr', {}, [mark('trPr', {}, [mark('cantSplit'), ...(isHead ? [mark('tblHeader')] : [])]), ...cells])
  return mark('tbl', {}, [
    mark('tblPr', {}, [
      mark('tblW', { w: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' }),
      mark('jc', { val: 'center' }),
      mark('tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) => mark(name, { val: 'single', sz: 4, space: 0, color: '000000' }))),
      mark('tblLayout', { type: 'fixed' }),
      mark('tblCellMar', {}, [side('top', cellPadding.y), side('left', cellPadding.x), side('bottom', cellPadding.y), side('right', cellPadding.x)]),
    ]),
    mark('tblGrid', {}, widths.map((width) => mark('gridCol', { w: width }))),
    row(list.columns.map(({ head }, index) => cell(head, { ...cellStyle, font: fonts.head, align: 'center' }, widths[index] ?? 0)), true),
    ...list.rows.map((values) =>
      row(list.columns.map(({ align }, index) => cell(values[index] ?? '', { ...cellStyle, align }, widths[index] ?? 0)), false),
    ),
  ])
}
