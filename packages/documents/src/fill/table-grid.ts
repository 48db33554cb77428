import { childElement, childElements, wordAttribute } from './word-xml.ts'
import type { Element } from './word-xml.ts'

/** A cell with the columns of the table's grid that it stands over. */
export type GridCell = { readonly element: Element; readonly start: number; readonly span: number }

export type GridRow = { readonly element: Element; readonly cells: readonly GridCell[] }

/** The rows of one table, each cell at its place in the grid: merged cells make counting unsafe. */
export const gridRows = (table: Element): readonly GridRow[] =>
  childElements(table, 'tr').map((row) => {
    let start = Number(wordAttribute(childElement(childElement(row, 'trPr') ?? row, 'gridBefore'), 'val') ?? 0)
    const cells = childElements(row, 'tc').map((element) => {
      const span = cellSpan(element)
      const cell = { element, start, span }
      start += span
      return cell
    })
    return { element: row, cells }
  })

const cellSpan = (cell: Element): number => {
  const properties = childElement(cell, 'tcPr')
  const span = properties === undefined ? undefined : wordAttribute(childElement(properties, 'gridSpan'), 'val')
  return Math.max(1, Number(span ?? 1) || 1)
}

/** True for the second and later cells of a vertically merged one. */
export const continuesMerge = (cell: Element): boolean => {
  const properties = childElement(cell, 'tcPr')
  const merge = properties === undefined ? undefined : childElement(properties, 'vMerge')
  return merge !== undefined && wordAttribute(merge, 'val') !== 'restart'
}

export const cellAt = (row: GridRow, column: number): GridCell | undefined =>
  row.cells.find((cell) => cell.start <= column && column < cell.start + cell.span)
