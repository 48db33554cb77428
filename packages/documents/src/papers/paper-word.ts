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
import { cellPadding, lineHeight, page, typeSize } from '../layout/page.ts'
import { paperTitleSize } from './paper-sheet.ts'
import type { Paper, PaperColumn, PaperGroup, PaperList } from './paper.ts'

const cellStyle: ParagraphStyle = { font: fonts.text, points: typeSize.小五, align: 'left', line: lineHeight.cell }
const headStyle: ParagraphStyle = { ...cellStyle, font: fonts.head, align: 'center' }
const groupStyle: ParagraphStyle = { ...cellStyle, font: fonts.head, keepNext: true }
const lineStyle: ParagraphStyle = { font: fonts.text, points: typeSize.五号, align: 'left', after: 4 }
const headingStyle: ParagraphStyle = { font: fonts.head, points: 12, align: 'left', before: 12, after: 6, keepNext: true }
const titleStyle: ParagraphStyle = { font: fonts.title, points: paperTitleSize, align: 'center', after: 10 }

/** A paper as a Word file: heads repeated, rows whole, a group's line never left alone at the foot of a page. */
export const writePaperWord = (paper: Paper): Uint8Array => {
  const width = twipsOf(page.textWidth)
  const unitLine = run(`${paper.unit}\t${dayText(paper.madeOn)}`, lineStyle)
  const body = mark('body', {}, [
    paragraph(run(paper.title, titleStyle), titleStyle),
    paragraph(unitLine, { ...lineStyle, tabs: [{ at: width, align: 'right' }] }),
    ...(paper.about === '' ? [] : [paragraph(run(paper.about, lineStyle), lineStyle)]),
    ...paper.lists.flatMap(listMarks),
    mark('sectPr'),
  ])
  const document = parseXml(partOf(mark('document', {}, [body])))
  if (document === undefined) throw new Error('a paper came out as no XML')
  dressPage(document, footIds)
  const dressed = dressPackage(barePackage(serializeXml(document)), undefined)
  if (dressed === undefined) throw new Error('the package of a paper could not be dressed')
  return zipSync({ ...dressed }, { level: 6, mtime: new Date(1980, 0, 1) })
}

const listMarks = (list: PaperList): readonly Mark[] => [
  ...(list.heading === '' ? [] : [paragraph(run(list.heading, headingStyle), headingStyle)]),
  ...(list.groups.length === 0 ? [paragraph(run(list.empty, lineStyle), lineStyle)] : [tableOf(list)]),
  // Two tables without a paragraph between them grow together in Word.
  paragraph([], { ...lineStyle, line: 2, after: 0 }),
]

const tableOf = (list: PaperList): Mark => {
  const widths = list.columns.map((column) => twipsOf(column.width))
  const whole = widths.reduce((total, one) => total + one, 0)
  const side = (name: string, width: number): Mark => mark(name, { w: twipsOf(width), type: 'dxa' })
  return mark('tbl', {}, [
    mark('tblPr', {}, [
      mark('tblW', { w: whole, type: 'dxa' }),
      mark('jc', { val: 'center' }),
      mark('tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      mark('tblLayout', { type: 'fixed' }),
      mark('tblCellMar', {}, [
        side('top', cellPadding.y), side('left', cellPadding.x), side('bottom', cellPadding.y), side('right', cellPadding.x),
      ]),
    ]),
    mark('tblGrid', {}, widths.map((width) => mark('gridCol', { w: width }))),
    row(list.columns.map((column, index) => cell(column.head, headStyle, widths[index] ?? 0)), true),
    ...list.groups.flatMap((group) => groupRows(group, list.columns, widths, whole)),
  ])
}

const border = (name: string): Mark => mark(name, { val: 'single', sz: 4, space: 0, color: '000000' })

const groupRows = (group: PaperGroup, columns: readonly PaperColumn[], widths: readonly number[], whole: number): readonly Mark[] => [
  row([cell(group.title, groupStyle, whole, columns.length)]),
  ...group.rows.map((values) =>
    row(columns.map((column, index) => cell(values[index] ?? '', { ...cellStyle, align: column.align }, widths[index] ?? 0))),
  ),
]

const row = (cells: readonly Mark[], isHead = false): Mark =>
  mark('tr', {}, [mark('trPr', {}, [mark('cantSplit'), ...(isHead ? [mark('tblHeader')] : [])]), ...cells])

const cell = (text: string, style: ParagraphStyle, width: number, span = 1): Mark =>
  mark('tc', {}, [
    mark('tcPr', {}, [
      mark('tcW', { w: width, type: 'dxa' }),
      ...(span === 1 ? [] : [mark('gridSpan', { val: span })]),
      mark('vAlign', { val: 'center' }),
    ]),
    paragraph(run(text, style), style),
  ])
