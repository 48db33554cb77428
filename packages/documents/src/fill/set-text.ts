import type { FilledForm } from '@zicha/core'
import { columnTotal, remarkText, scoreText } from '../layout/lay-out.ts'
import type { Hand, Layout } from '../layout/layout.ts'
import { lineHeight, page, typeSize } from '../layout/page.ts'
import { columnOf, roleCell } from './find-boxes.ts'
import type { Boxes } from './find-boxes.ts'
import { fonts, paragraph, run } from './paragraph.ts'
import { handRun } from './place-pictures.ts'
import type { ParagraphStyle } from './paragraph.ts'
import type { GridCell, GridRow } from './table-grid.ts'
import { continuesMerge } from './table-grid.ts'
import { childElement, childElements, elementOf, textOf } from './word-xml.ts'
import type { Element, Mark } from './word-xml.ts'

export const twipsOf = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

const cellStyle: ParagraphStyle = { font: fonts.text, points: typeSize.小五, align: 'left', line: lineHeight.cell }
const headStyle: ParagraphStyle = { ...cellStyle, font: fonts.head, align: 'center' }
const scoreStyle: ParagraphStyle = {
  ...cellStyle,
  points: typeSize.五号,
  align: 'right',
  indent: { left: 0, right: twipsOf(2) },
}
const lineStyle: ParagraphStyle = { font: fonts.text, points: typeSize.四号, align: 'left', line: lineHeight.unit }

/** Sets every value of the filled form into its box; wording comes from the form, so spoken advice is gone. */
export const setTexts = (boxes: Boxes, filled: FilledForm, layout: Layout): void => {
  setHeads(boxes, layout)
  setSections(boxes)
  for (const { item, row, prefix } of boxes.items) {
    setCell(roleCell(boxes.heads, row, 'duty'), prefix + item.duty, cellStyle)
    setCell(roleCell(boxes.heads, row, 'clause'), item.clause, cellStyle)
    setCell(roleCell(boxes.heads, row, 'self'), scoreText(filled.selfScores[item.no]), scoreStyle)
    setCell(roleCell(boxes.heads, row, 'inspection'), scoreText(inspectionColumn(boxes, filled)[item.no]), scoreStyle)
    setCell(roleCell(boxes.heads, row, 'remark'), remarkText(filled, item.no), cellStyle)
  }
  if (boxes.total !== undefined) setTotal(boxes, boxes.total, filled)
  setLines(boxes, layout)
}

/** A table with one column for marks shows the school's own in it until the inspection has given any. */
const inspectionColumn = (boxes: Boxes, filled: FilledForm): FilledForm['inspectionScores'] =>
  columnOf(boxes.heads, 'self') === undefined && Object.keys(filled.inspectionScores).length === 0 ? filled.selfScores : filled.inspectionScores

const setHeads = (boxes: Boxes, layout: Layout): void => {
  for (const [index, head] of boxes.heads.entries()) {
    const lines = layout.columns[index]?.head ?? [head.head]
    setCell(head.cell, lines.join('\n'), headStyle)
  }
}

/** Section cells and columns of another kind keep their words and take the table's type. */
const setSections = (boxes: Boxes): void => {
  for (const row of boxes.rows.slice(boxes.headerRow + 1)) {
    for (const role of ['section', 'points', 'other'] as const) {
      const cell = roleCell(boxes.heads, row, role)
      const style: ParagraphStyle = role === 'points' ? { ...cellStyle, align: 'center' } : cellStyle
      if (cell !== undefined) setCell(cell, continuesMerge(cell.element) ? '' : keepPoints(textOf(cell.element)), style)
    }
  }
}

/** The points of a section on a line of their own, so that a narrow column does not break them apart. */
const keepPoints = (text: string): string => text.replace(/\s*([（(][\d.]+分[)）])$/, '\n$1')

const setTotal = (boxes: Boxes, row: GridRow, filled: FilledForm): void => {
  const label = row.cells[0]
  // The total stays on the page of the signature below it.
  const text: ParagraphStyle = { ...cellStyle, keepNext: true }
  const score: ParagraphStyle = { ...scoreStyle, keepNext: true }
  setCell(label, filled.form.totalRow, { ...text, align: 'center' })
  const self = columnTotal(filled.form, filled.selfScores)
  const inspection = columnTotal(filled.form, inspectionColumn(boxes, filled))
  setCell(roleCell(boxes.heads, row, 'self'), scoreText(self), score)
  setCell(roleCell(boxes.heads, row, 'inspection'), scoreText(inspection), score)
  setCell(roleCell(boxes.heads, row, 'remark'), '', text)
}

const setCell = (cell: GridCell | undefined, text: string, style: ParagraphStyle): void => {
  if (cell === undefined) return
  const owner = cell.element.ownerDocument
  if (owner === null) return
  for (const child of childElements(cell.element)) if (child.localName !== 'tcPr') cell.element.removeChild(child)
  cell.element.appendChild(elementOf(owner, paragraph(run(text, style), style)))
}

const setLines = (boxes: Boxes, layout: Layout): void => {
  const { heading, title, unit, day, signature } = boxes.lines
  const width = twipsOf(page.textWidth)
  if (heading !== undefined) {
    const style: ParagraphStyle = { font: fonts.head, points: typeSize.三号, align: 'left', line: 32, after: 6 }
    replaceLine(heading, [paragraph(run(layout.heading, style), style)])
  }
  for (const [index, line] of title.entries()) {
    // The last paragraph takes both lines; a title may stand a little out of the text on both sides.
    const text = index === title.length - 1 ? layout.titleLines.join('\n') : ''
    const style: ParagraphStyle = {
      font: fonts.title,
      points: layout.titleSize,
      align: 'center',
      line: lineHeight.title,
      after: 14,
      indent: { left: -227, right: -227 },
    }
    if (text === '') line.parentNode?.removeChild(line)
    else replaceLine(line, [paragraph(run(text, style), style)])
  }
  const unitText = `${layout.unitLine.label}${layout.unitLine.unit}`
  if (unit !== undefined && unit === day) {
    const style: ParagraphStyle = { ...lineStyle, after: 4, tabs: [{ at: width, align: 'right' }] }
    replaceLine(unit, [paragraph(run(`${unitText}\t${layout.dateLine}`, style), style)])
  } else {
    const style: ParagraphStyle = { ...lineStyle, after: 4 }
    if (unit !== undefined) replaceLine(unit, [paragraph(run(unitText, style), style)])
    const right: ParagraphStyle = { ...style, align: 'right' }
    if (day !== undefined) replaceLine(day, [paragraph(run(layout.dateLine, right), right)])
  }
  if (signature !== undefined) replaceLine(signature, signatureLines(layout))
}

/** The signatures that were drawn, in the order of their rooms. */
export const drawnHands = (layout: Layout): readonly NonNullable<Hand>[] => layout.signature.hands.filter((hand) => hand !== undefined)

/** 检查人签字： two rooms on a line, each with its printed name and space for the hand, the day written by hand. */
const signatureLines = (layout: Layout): readonly Mark[] => {
  const { label, rooms, day } = layout.signature
  const width = twipsOf(page.textWidth)
  const style: ParagraphStyle = {
    ...lineStyle,
    before: 14,
    keepLines: true,
    tabs: [
      { at: twipsOf(32), align: 'left' },
      { at: twipsOf(70), align: 'left' },
      { at: twipsOf(73), align: 'left' },
      { at: twipsOf(111), align: 'left' },
      { at: width, align: 'right' },
    ],
  }
  const room = (name: string): readonly Mark[] => [...run('\t', style), ...run(`${name}\t`, { ...style, underline: true })]
  const pairs = Array.from({ length: Math.ceil(rooms.length / 2) }, (_, index) => rooms.slice(index * 2, index * 2 + 2))
  return pairs.map((pair, index) => {
    const first = index === 0
    const drawn = pair.flatMap((name, side) => {
      const strokes = layout.signature.hands[index * 2 + side]
      if (strokes === undefined) return []
      const hand = { strokes, name, left: side === 0 ? 46 : 87, width: 24 }
      return [handRun(hand, drawnHands(layout).indexOf(strokes))]
    })
    const runs = [...drawn, ...run(first ? label : '', style), ...pair.flatMap(room), ...run(first ? `\t${day}` : '', style)]
    return paragraph(runs, style)
  })
}

/** Puts our paragraphs where one stood; a section's end that the old one carried moves along. */
const replaceLine = (old: Element, lines: readonly Mark[]): void => {
  const owner = old.ownerDocument
  const parent = old.parentNode
  if (owner === null || parent === null) return
  const placed = lines.map((line) => elementOf(owner, line))
  for (const one of placed) parent.insertBefore(one, old)
  const ending = childElement(childElement(old, 'pPr') ?? old, 'sectPr')
  const last = placed.at(-1)
  if (ending !== undefined && last !== undefined) childElement(last, 'pPr')?.appendChild(ending)
  parent.removeChild(old)
}
