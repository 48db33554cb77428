import type { ColumnRole, Columns } from './list-columns.ts'
import type { ListRow } from './list.ts'
import { isEmptyMark } from './passing-rows.ts'

const looked = 20

/**
 * Heads of which none says what happened: the column with the longest words tells it, days and persons left out. Where one
 * does, a column of words under a head that says nothing known tells of the same row too: 德育 beside 党建工作.
 */
export const withTitleColumn = (columns: Columns, below: readonly ListRow[]): Columns => {
  const { roles } = columns
  const table = below[0]?.table
  const rows = below.slice(0, looked).filter((row) => row.table === table)
  if (roles.some((role) => role === 'matrix' || role === 'ofWeek')) return columns
  if (roles.some((role) => role !== undefined && telling.has(role))) return withMoreWords(columns, rows)
  const lengths = roles.map((role, column) => (role === undefined || mayTell.has(role) ? lengthUnder(rows, column) : 0))
  const longest = Math.max(...lengths)
  if (longest < shortestTelling) return columns
  const title = lengths.indexOf(longest)
  return withMoreWords({ ...columns, roles: roles.map((role, column) => (column === title ? 'title' : role)) }, rows)
}

const withMoreWords = (columns: Columns, rows: readonly ListRow[]): Columns =>
  columns.roles.includes('content')
    ? columns
    : { ...columns, roles: columns.roles.map((role, column) => (role === undefined && lengthUnder(rows, column) >= shortestContent ? 'content' : role)) }

const telling: ReadonlySet<ColumnRole> = new Set(['title', 'content', 'kind'])
/** 记录 may be where the papers lie or what happened; 说明 a remark or all there is. */
const mayTell: ReadonlySet<ColumnRole> = new Set(['note', 'reference', 'aside'])
/** A column of rooms or pages is shorter. */
const shortestTelling = 4
const shortestContent = 5

/** The usual length of what stands in a column, cells across several columns left out. */
const lengthUnder = (rows: readonly ListRow[], column: number): number => {
  const texts = rows.flatMap((row) => {
    const cell = row.cells[column]
    return cell === undefined || isEmptyMark(cell.text) || row.cells.filter((one) => one === cell).length > 1 ? [] : [cell.text.trim().length]
  })
  return texts.length === 0 ? 0 : texts.reduce((sum, one) => sum + one, 0) / texts.length
}
