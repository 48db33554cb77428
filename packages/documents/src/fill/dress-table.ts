import type { Layout } from '../layout/layout.ts'
import { cellPadding, page } from '../layout/page.ts'
import type { Boxes } from './find-boxes.ts'
import { twipsOf } from './set-text.ts'
import type { GridRow } from './table-grid.ts'
import { elementOf, insertInOrder, mark, propertiesOf, removeChildren } from './word-xml.ts'
import type { Element, Mark } from './word-xml.ts'

const tableOrder = [
  'tblStyle', 'tblpPr', 'tblOverlap', 'bidiVisual', 'tblStyleRowBandSize', 'tblStyleColBandSize', 'tblW', 'jc',
  'tblCellSpacing', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar', 'tblLook', 'tblCaption', 'tblDescription',
] as const

const cellOrder = [
  'cnfStyle', 'tcW', 'gridSpan', 'hMerge', 'vMerge', 'tcBorders', 'shd', 'noWrap', 'tcMar', 'textDirection', 'tcFitText',
  'vAlign', 'hideMark',
] as const

/**
 * The table as official print wants it: the width of the text, columns by their need, single half-point lines, the head
 * repeated, rows kept together. Word reads `tcW`, WPS `gridCol`: both are written and both add up to the table's width.
 */
export const dressTable = (boxes: Boxes, layout: Layout): void => {
  const grid = gridWidths(boxes, layout)
  dressWhole(boxes.table, grid)
  for (const [index, row] of boxes.rows.entries()) {
    const item = boxes.items.find((one) => one.row === row)?.item.no
    const splits = layout.rows.some((one) => one.item === item && one.splits)
    dressRow(row, grid, { repeats: index <= boxes.headerRow, splits })
  }
}

/** Twips of each column of the grid; a head over several columns shares its width among them. */
export const gridWidths = (boxes: Boxes, layout: Layout): readonly number[] => {
  const widths = boxes.heads.flatMap((head, index) => {
    const width = twipsOf(layout.columns[index]?.width ?? 0)
    const each = Math.floor(width / head.cell.span)
    return Array.from({ length: head.cell.span }, (_, part) => (part === 0 ? width - each * (head.cell.span - 1) : each))
  })
  // What rounding left over goes to the widest column, so that the sum is the table's width to the twip.
  const over = twipsOf(page.textWidth) - widths.reduce((total, width) => total + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + over : width))
}

const line = (name: string): Mark => mark(name, { val: 'single', sz: 4, space: 0, color: '000000' })

const dressWhole = (table: Element, grid: readonly number[]): void => {
  const owner = table.ownerDocument
  if (owner === null) return
  const properties = propertiesOf(table, 'tblPr', owner)
  removeChildren(properties, ['tblpPr', 'tblOverlap', 'tblW', 'jc', 'tblCellSpacing', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar'])
  const x = twipsOf(cellPadding.x)
  const y = twipsOf(cellPadding.y)
  const side = (name: string, width: number): Mark => mark(name, { w: width, type: 'dxa' })
  const dress = [
    mark('tblW', { w: twipsOf(page.textWidth), type: 'dxa' }),
    mark('jc', { val: 'center' }),
    mark('tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line)),
    mark('tblLayout', { type: 'fixed' }),
    mark('tblCellMar', {}, [side('top', y), side('left', x), side('bottom', y), side('right', x)]),
  ]
  for (const one of dress) insertInOrder(properties, elementOf(owner, one), tableOrder)
  removeChildren(table, ['tblGrid'])
  const columns = mark('tblGrid', {}, grid.map((width) => mark('gridCol', { w: width })))
  table.insertBefore(elementOf(owner, columns), properties.nextSibling)
}

const dressRow = (row: GridRow, grid: readonly number[], how: { readonly repeats: boolean; readonly splits: boolean }): void => {
  const owner = row.element.ownerDocument
  if (owner === null) return
  const properties = propertiesOf(row.element, 'trPr', owner)
  removeChildren(properties, ['cantSplit', 'trHeight', 'tblHeader', 'jc', 'tblCellSpacing'])
  if (!how.splits) properties.appendChild(elementOf(owner, mark('cantSplit')))
  if (how.repeats) properties.appendChild(elementOf(owner, mark('tblHeader')))
  for (const cell of row.cells) {
    const width = grid.slice(cell.start, cell.start + cell.span).reduce((total, one) => total + one, 0)
    dressCell(cell.element, width)
  }
}

const dressCell = (cell: Element, width: number): void => {
  const owner = cell.ownerDocument
  if (owner === null) return
  const properties = propertiesOf(cell, 'tcPr', owner)
  removeChildren(properties, ['tcW', 'tcBorders', 'shd', 'noWrap', 'tcMar', 'tcFitText', 'vAlign'])
  insertInOrder(properties, elementOf(owner, mark('tcW', { w: width, type: 'dxa' })), cellOrder)
  insertInOrder(properties, elementOf(owner, mark('vAlign', { val: 'center' })), cellOrder)
}
