import type { FilledForm } from '@zicha/core'
import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, MergeRange } from 'hucre'
import { lineCount } from '../layout/columns.ts'
import { layOut, placeCells } from '../layout/lay-out.ts'
import type { Layout, LayoutCell, LayoutRow } from '../layout/layout.ts'
import { lineHeight, page, typeSize } from '../layout/page.ts'

/**
 * The filled table as a workbook: the same columns, merged as on paper, marks as numbers, every other cell as text, so that
 * a remark that begins with = + - @ is never a formula.
 */
export const writeExcel = async (filled: FilledForm): Promise<Uint8Array> => {
  const layout = layOut(filled)
  const grid = new SheetGrid(layout)
  const top = writeTop(grid, layout)
  layout.rows.forEach((row, index) => writeRow(grid, layout, row, top + index))
  const total = top + layout.rows.length
  writeTotal(grid, layout, total)
  writeSignature(grid, layout, total + 1)
  return writeXlsx({
    sheets: [
      {
        name: '自查表',
        columns: layout.columns.map((column) => ({ width: characters(column.width) })),
        rows: grid.values(),
        cells: grid.cells,
        merges: grid.merges,
        rowDefs: grid.heights,
        freezePane: { rows: top },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'portrait',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${top}:$${top}`,
          horizontalCentered: true,
          margins: {
            top: inches(25),
            right: inches(page.right),
            bottom: inches(25),
            left: inches(page.left),
            header: inches(12),
            footer: inches(12),
          },
        },
        headerFooter: footer(layout.verificationCode),
      },
    ],
    properties: { title: filled.form.title, created: epoch, modified: epoch },
    defaultFont: { name: '宋体', size: typeSize.小五 },
  })
}

/** No clock in a document: the same values give the same bytes. */
const epoch = new Date(Date.UTC(2000, 0, 1))

const inches = (millimetres: number): number => millimetres / 25.4

/** Excel counts a column's width in digits of its default font. */
const characters = (millimetres: number): number => Math.round(millimetres * 0.62 * 100) / 100

const footer = (code: string | undefined): { readonly oddFooter: string; readonly evenFooter: string; readonly differentOddEven: boolean } => {
  // A foot holds 255 characters, more than any code has.
  const small = code === undefined ? '' : `&8核验码 ${code.slice(0, 60).replaceAll('&', '&&')}`
  return {
    oddFooter: `${small === '' ? '' : `&L${small}`}&R&14— &P —`,
    evenFooter: `&L&14— &P —${small === '' ? '' : `&R${small}`}`,
    differentOddEven: true,
  }
}

class SheetGrid {
  readonly cells = new Map<string, Partial<Cell>>()
  readonly merges: MergeRange[] = []
  readonly heights = new Map<number, { height: number }>()
  private readonly rows: (string | number | null)[][] = []
  readonly width: number

  constructor(layout: Layout) {
    this.width = layout.columns.length
  }

  put(row: number, column: number, value: string | number, style: CellStyle, span = { rows: 1, columns: 1 }): void {
    for (let r = row; r < row + span.rows; r += 1) {
      for (let c = column; c < column + span.columns; c += 1) {
        const first = r === row && c === column
        const shown = first && value !== '' ? value : null
        this.line(r)[c] = shown
        const type = shown === null ? 'empty' : typeof shown === 'number' ? 'number' : 'string'
        this.cells.set(`${r},${c}`, { value: shown, type, style })
      }
    }
    if (span.rows > 1 || span.columns > 1) {
      this.merges.push({ startRow: row, startCol: column, endRow: row + span.rows - 1, endCol: column + span.columns - 1 })
    }
  }

  height(row: number, points: number): void {
    // Excel's own limit for one row.
    this.heights.set(row, { height: Math.min(409, points) })
  }

  values(): (string | number | null)[][] {
    return Array.from({ length: this.rows.length }, (_, row) => [...this.line(row)])
  }

  private line(row: number): (string | number | null)[] {
    while (this.rows.length <= row) this.rows.push(Array.from({ length: this.width }, () => null))
    return this.rows[row] ?? []
  }
}

const black = { style: 'thin', color: { rgb: '000000' } } as const
const box = { top: black, right: black, bottom: black, left: black }

const textStyle = (how: {
  readonly align?: 'left' | 'center' | 'right'
  readonly font?: string
  readonly size?: number
  readonly plain?: boolean
}): CellStyle => ({
  font: { name: how.font ?? '仿宋', size: how.size ?? typeSize.小五 },
  alignment: { horizontal: how.align ?? 'left', vertical: 'center', wrapText: true },
  // Text stays text when a person types over it, too.
  numFmt: '@',
  ...(how.plain === true ? {} : { border: box }),
})

const scoreStyle: CellStyle = {
  font: { name: '仿宋', size: typeSize.五号 },
  alignment: { horizontal: 'right', vertical: 'center', indent: 1 },
  numFmt: '0.##',
  border: box,
}

/** Heading, title, unit and day, column heads; gives the number of rows above the first item. */
const writeTop = (grid: SheetGrid, layout: Layout): number => {
  const whole = { rows: 1, columns: grid.width }
  const left = Math.max(1, Math.ceil(grid.width / 2))
  grid.put(0, 0, layout.heading, textStyle({ font: '黑体', size: typeSize.三号, plain: true }), whole)
  grid.height(0, 28)
  const title = textStyle({ font: '方正小标宋简体', size: Math.min(18, layout.titleSize), align: 'center', plain: true })
  grid.put(1, 0, layout.titleLines.join('\n'), title, whole)
  grid.height(1, 30 * layout.titleLines.length)
  const line = { size: 12, plain: true } as const
  const unit = `${layout.unitLine.label}${layout.unitLine.unit}`
  grid.put(2, 0, unit, textStyle(line), { rows: 1, columns: left })
  if (grid.width > left) {
    grid.put(2, left, layout.dateLine, textStyle({ ...line, align: 'right' }), { rows: 1, columns: grid.width - left })
  }
  const unitWidth = layout.columns.slice(0, left).reduce((total, column) => total + column.width, 0)
  grid.height(2, 24 * lineCount(unit, unitWidth * 0.75))
  layout.columns.forEach((column, index) =>
    grid.put(3, index, column.head.join('\n'), textStyle({ font: '黑体', align: 'center' })),
  )
  grid.height(3, 32)
  return 4
}

const writeRow = (grid: SheetGrid, layout: Layout, row: LayoutRow, at: number): void => {
  for (const { column, cell } of placeCells(layout.columns, row)) writeCell(grid, at, column, cell, textStyle({}))
  const lines = row.cells
    .filter((cell) => cell.rowSpan === 1)
    .map((cell) => lineCount(cell.text, (layout.columns.find((column) => column.role === cell.role)?.width ?? 16) * 0.94))
  grid.height(at, Math.max(2, ...lines) * lineHeight.cell + 6)
}

const writeTotal = (grid: SheetGrid, layout: Layout, at: number): void => {
  let column = 0
  for (const cell of layout.total) {
    writeCell(grid, at, column, cell, textStyle({ align: 'center' }))
    column += cell.columnSpan
  }
  grid.height(at, 24)
}

const writeCell = (grid: SheetGrid, row: number, column: number, cell: LayoutCell, style: CellStyle): void => {
  const isScore = cell.role === 'self' || cell.role === 'inspection'
  const span = { rows: cell.rowSpan, columns: cell.columnSpan }
  grid.put(row, column, cell.score ?? cell.text, isScore ? scoreStyle : style, span)
}

const writeSignature = (grid: SheetGrid, layout: Layout, at: number): void => {
  const { label, rooms, day } = layout.signature
  const room = '　　　　　　'
  const text = `${label}${rooms.map((name) => `${name}${room}`).join('')}${day.trim()}`
  grid.put(at, 0, text, textStyle({ size: 12, plain: true }), { rows: 1, columns: grid.width })
  grid.height(at, 36 * Math.max(1, Math.ceil(rooms.length / 3)))
}
