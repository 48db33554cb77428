import { zipSync } from 'fflate'
import { barePackage } from '../fill/blank-table.ts'
import { dressPackage, footIds } from '../fill/dress-package.ts'
import { dressPage } from '../fill/dress-page.ts'
import { fonts, paragraph, run } from '../fill/paragraph.ts'
import type { ParagraphStyle } from '../fill/paragraph.ts'
import { handRun, withPictures } from '../fill/place-pictures.ts'
import { twipsOf } from '../fill/set-text.ts'
import { mark, parseXml, partOf, serializeXml } from '../fill/word-xml.ts'
import type { Mark } from '../fill/word-xml.ts'
import { dayText } from '../layout/lay-out.ts'
import { cellPadding, lineHeight, millimetresOf, page, typeSize } from '../layout/page.ts'
import { paperTitleSize } from './paper-sheet.ts'
import type { Paper, PaperColumn, PaperGroup, PaperList, PaperSignature } from './paper.ts'

const cellStyle: ParagraphStyle = { font: fonts.text, points: typeSize.小五, align: 'left', line: lineHeight.cell }
const headStyle: ParagraphStyle = { ...cellStyle, font: fonts.head, align: 'center' }
const groupStyle: ParagraphStyle = { ...cellStyle, font: fonts.head, keepNext: true }
const lineStyle: ParagraphStyle = { font: fonts.text, points: typeSize.五号, align: 'left', after: 4 }
const headingStyle: ParagraphStyle = { font: fonts.head, points: 12, align: 'left', before: 12, after: 6, keepNext: true }
const letterStyle: ParagraphStyle = { font: fonts.text, points: typeSize.三号, align: 'left', line: 28 }
const groundStyle: ParagraphStyle = { font: fonts.text, points: typeSize.小五, align: 'left', before: 24 }
const titleStyle: ParagraphStyle = { font: fonts.title, points: paperTitleSize, align: 'center', after: 10 }

/** A paper as a Word file: heads repeated, rows whole, a group's line never left alone at the foot of a page. */
export const writePaperWord = (paper: Paper): Uint8Array => {
  const width = twipsOf(page.textWidth)
  const unitLine = run(`${paper.unit}\t${dayText(paper.madeOn)}`, lineStyle)
  const body = mark('body', {}, [
    paragraph(run(paper.title, titleStyle), paper.letter === undefined ? titleStyle : { ...titleStyle, after: 24 }),
    ...(paper.letter === undefined
      ? [paragraph(unitLine, { ...lineStyle, tabs: [{ at: width, align: 'right' }] })]
      : paper.letter.map((text, index) => paragraph(run(`${index === 0 ? '' : '　　'}${text}`, letterStyle), letterStyle))),
    ...(paper.about === '' ? [] : [paragraph(run(paper.about, lineStyle), lineStyle)]),
    ...paper.lists.flatMap(listMarks),
    ...(paper.after === undefined ? [] : [paragraph(run(paper.after, lineStyle), lineStyle)]),
    ...signatureLines(paper.signatures ?? []),
    ...(paper.verifyAddress === undefined ? [] : [paragraph(run(`核验这份结果，不用账号：${paper.verifyAddress}`, groundStyle), groundStyle)]),
    ...senderLines(paper),
    mark('sectPr'),
  ])
  const document = parseXml(partOf(mark('document', {}, [body])))
  if (document === undefined) throw new Error('a paper came out as no XML')
  dressPage(document, footIds)
  const bare = dressPackage(barePackage(serializeXml(document)), paper.verificationCode)
  const dressed = bare === undefined ? undefined : withPictures(bare, handsOf(paper.signatures ?? []))
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
  ...(group.title === '' ? [] : [row([cell(group.title, groupStyle, whole, columns.length)])]),
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

type Drawn = PaperSignature & { readonly strokes: NonNullable<PaperSignature['strokes']> }
const handsOf = (signatures: readonly PaperSignature[]): readonly Drawn[] =>
  signatures.filter((one): one is Drawn => one.strokes !== undefined)

/** Two hands on a line, each with its printed name; what was drawn floats over the line. Places in millimetres. */
const signatureLines = (signatures: readonly PaperSignature[]): readonly Mark[] => {
  const half = (page.textWidth + 6) / 2
  const style: ParagraphStyle = {
    font: fonts.text, points: 12, align: 'left', line: 24, before: 18, keepLines: true,
    tabs: [half - 6, half, half * 2 - 6].map((at) => ({ at: twipsOf(at), align: 'left' })),
  }
  const small: ParagraphStyle = { ...style, points: typeSize.小五 }
  const drawn = handsOf(signatures)
  return Array.from({ length: Math.ceil(signatures.length / 2) }, (_, line) => {
    const pair = signatures.slice(line * 2, line * 2 + 2)
    const runs = pair.flatMap((one, side) => {
      const words = `${one.label}${one.name}`
      const left = side * half + (words.length + 0.5) * millimetresOf(style.points)
      const index = drawn.findIndex((other) => other === one)
      return [
        ...(one.strokes === undefined ? [] : [handRun({ strokes: one.strokes, name: one.name, left, width: 26 }, index)]),
        ...run(words, style),
        ...run(`${one.note === '' ? '' : ` ${one.note}`}\t`, { ...small, underline: true }),
        ...(side === 0 && pair.length > 1 ? run('\t', style) : []),
      ]
    })
    return paragraph(runs, style)
  })
}

const senderLines = (paper: Paper): readonly Mark[] => {
  if (paper.sender === undefined) return []
  const style: ParagraphStyle = { ...letterStyle, align: 'right', indent: { left: 0, right: twipsOf(11) }, keepLines: true }
  return [
    paragraph(run(paper.sender, style), { ...style, before: 34, keepNext: true }),
    paragraph(run(dayText(paper.madeOn), style), style),
  ]
}
