import type { Columns } from './column-roles.ts'
import { distinctCells, type Grid, type GridRow, loneText } from './grid.ts'
import { isNote, isSignature } from './lines-around.ts'

/**
 * Headings across the table are its sections, and a column of 检查项目 beside them only groups; without either, a column
 * before the duties that is merged over several of them holds the sections, whatever it is called.
 */
export const sectionByLayout = (columns: Columns, body: readonly GridRow[]): Columns => {
  const isHeading = (row: GridRow): boolean => {
    const alone = loneText(row)
    return alone !== undefined && spansWide(row, columns) && opensByItself.test(alone) && !isNote(alone) && !isSignature(alone)
  }
  const { section, duty } = columns
  if (section !== undefined) return isHeading(body.find((row) => distinctCells(row).some((cell) => cell.text.trim() !== '')) ?? { cells: [], where: '' }) ? { ...columns, section: undefined, group: [section, ...columns.group] } : columns
  if (duty === undefined || body.some(isHeading)) return columns
  const before = Array.from({ length: duty }, (_, column) => column).filter((column) => column !== columns.number && column !== columns.points && column !== columns.clause)
  const merged = before.find((column) => body.some((row, index) => isMerged(row, body[index - 1], column) && !isMerged(row, body[index - 1], duty)))
  return merged === undefined ? columns : { ...columns, section: merged, group: columns.group.filter((column) => column !== merged) }
}

const opensByItself = /^\s*(?:[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十\d]+[部章项类])|[（(]\s*(?:满分|共|计)?\s*\d+(?:\.\d+)?\s*分\s*[）)]\s*$/u

const isMerged = (row: GridRow, above: GridRow | undefined, column: number): boolean => {
  const cell = row.cells[column]
  return cell !== undefined && cell.text.trim() !== '' && cell === above?.cells[column] && loneText(row) === undefined
}

/** A column of points that is merged exactly as the sections are holds the sections' points, not the items'. */
export const withSectionPoints = (columns: Columns, grid: Grid, from: number): Columns => {
  const { section, points } = columns
  if (section === undefined || points === undefined) return columns
  const rows = grid.rows.slice(from).filter((row) => loneText(row) === undefined)
  const merged = rows.filter((row, index) => row.cells[points] !== undefined && row.cells[points] === rows[index - 1]?.cells[points])
  const asSections = merged.length > 0 && rows.every((row, index) => index === 0 || (row.cells[points] === rows[index - 1]?.cells[points]) === (row.cells[section] === rows[index - 1]?.cells[section]))
  return asSections ? { ...columns, points: undefined, sectionPoints: points } : columns
}


/** A row whose only text runs over most of the table, or opens it. */
export const spansWide = (row: GridRow, columns: Columns): boolean => {
  const [only] = distinctCells(row).filter((cell) => cell.text.trim() !== '')
  if (only === undefined) return false
  const span = row.cells.filter((cell) => cell === only).length
  const inClause = columns.clause !== undefined && row.cells[columns.clause] === only
  return span >= Math.max(2, Math.ceil(row.cells.length / 2)) || (!inClause && only.column === 0 && row.cells.length > 2 && only.row === row.cells[0]?.row)
}
