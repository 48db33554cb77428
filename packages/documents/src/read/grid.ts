/** A table as a rectangle of cells; a merged cell is one and the same object in every place it covers. */
export type GridCell = {
  readonly text: string
  /** The number that the file itself holds, where the cell is one. */
  readonly value?: number
  /** How Excel shows that number, as its format code (`m"月"d"日"`, `0.00`); absent for a plain number. */
  readonly format?: string
  readonly row: number
  readonly column: number
}

export type GridRow = { readonly cells: readonly (GridCell | undefined)[]; readonly where: string }

export type Grid = { readonly rows: readonly GridRow[]; readonly width: number }

/** A paragraph outside the tables, or a table. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly centred: boolean; readonly size: number; readonly heading: boolean }
  | { readonly kind: 'grid'; readonly grid: Grid }

export const maximumRows = 5_000

/** The cells of a row without repeats of a merged one, in order. */
export const distinctCells = (row: GridRow): GridCell[] => [...new Set(row.cells.filter((cell) => cell !== undefined))]

/** True where the row shows one text only, however its cells are cut: a heading, a note or a total. */
export const loneText = (row: GridRow): string | undefined => {
  const texts = distinctCells(row).map((cell) => cell.text.trim()).filter((text) => text !== '')
  return texts.length === 1 ? texts[0] : undefined
}
