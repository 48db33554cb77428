import type { Columns } from './list-columns.ts'
import type { ListCell, ListRow } from './list.ts'
import { isEmptyMark } from './passing-rows.ts'

const tick = /^\s*(?:[√✓✔☑●■★Vv]+|是|有|1)\s*$/
const cross = /^\s*(?:[×✗✘☒Xx]|否|无|0)\s*$/

/**
 * A row whose columns of kinds are ticked and not dated, with a day and a subject of its own: the heads under which it is
 * ticked. Undefined for a row whose cells under kinds tell days or subjects.
 */
export const kindsTicked = (row: ListRow, columns: Columns): readonly string[] | undefined => {
  const filled = row.cells.flatMap((cell, column) =>
    cell !== undefined && columns.roles[column] === 'matrix' && !isEmptyMark(cell.text) && !cross.test(cell.text) ? [{ cell, column }] : [],
  )
  const hasOwn = row.cells.some((cell, column) => isTelling(columns, column) && isFilled(cell)) && row.cells.some((cell, column) => columns.roles[column] === 'date' && isFilled(cell))
  if (!hasOwn || !filled.every(({ cell }) => tick.test(cell.text))) return undefined
  return filled.map(({ column }) => columns.heads[column] ?? '')
}

const isTelling = ({ roles }: Columns, column: number): boolean => roles[column] === 'title' || roles[column] === 'content'

const isFilled = (cell: ListCell | undefined): boolean => cell !== undefined && !isEmptyMark(cell.text)
