import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre'
import { lineCount } from '../layout/columns.ts'
import { dayText } from '../layout/lay-out.ts'
import { lineHeight, page, typeSize } from '../layout/page.ts'
import { chartsOf, formatOf, numberIn } from './paper-numbers.ts'
import { paperTitleSize } from './paper-sheet.ts'
import type { Paper, PaperList } from './paper.ts'

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const box = { top: thin, right: thin, bottom: thin, left: thin }

/** Every cell but those of number columns is text, so that a title that begins with = + - @ is never a formula. */
const style = (how: { readonly font?: string; readonly size?: number; readonly align?: 'left' | 'center'; readonly plain?: boolean }): CellStyle => ({
  font: { name: how.font ?? '仿宋', size: how.size ?? typeSize.小五 },
  alignment: { horizontal: how.align ?? 'left', vertical: 'center', wrapText: true },
  numFmt: '@',
  ...(how.plain === true ? {} : { border: box }),
})

/** A paper as a workbook, a sheet a list: to be sorted and copied from. */
export const writePaperExcel = (paper: Paper): Promise<Uint8Array> =>
  writeXlsx({
    sheets: paper.lists.map((list, index) => sheetOf(paper, list, index)),
    properties: { title: paper.title, created: epoch, modified: epoch },
    defaultFont: { name: '宋体', size: typeSize.小五 },
  })

/** No clock in a document: the same values give the same bytes. */
const epoch = new Date(Date.UTC(2000, 0, 1))

const sheetOf = (paper: Paper, list: PaperList, index: number): WriteSheet => {
  const width = list.columns.length
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rows: (string | number | null)[][] = []
  const heights = new Map<number, { height: number }>()
  const put = (values: readonly (string | number)[], styles: readonly CellStyle[], lines: number): void => {
    const at = rows.length
    rows.push(values.map((value) => (value === '' ? null : value)))
    values.forEach((value, column) => {
      const type = value === '' ? 'empty' : typeof value === 'number' ? 'number' : 'string'
      cells.set(`${at},${column}`, { value: value === '' ? null : value, type, style: styles[column] ?? style({}) })
    })
    heights.set(at, { height: Math.min(409, lines * lineHeight.cell + 8) })
  }
  const putWhole = (text: string, how: CellStyle, lines: number): void => {
    put([text, ...Array.from({ length: width - 1 }, () => '')], Array.from({ length: width }, () => how), lines)
    merges.push({ startRow: rows.length - 1, startCol: 0, endRow: rows.length - 1, endCol: width - 1 })
  }
  putWhole(paper.title, style({ font: '方正小标宋简体', size: paperTitleSize, align: 'center', plain: true }), 2)
  const about = [`${paper.unit}　${dayText(paper.madeOn)}`, paper.about].filter((text) => text !== '').join('　')
  putWhole(about, style({ size: 10.5, plain: true }), lineCount(about, Math.max(page.textWidth, listWidth(list))))
  const headLines = Math.max(1, ...list.columns.map((column) => lineCount(column.head, column.width * 0.94)))
  put(list.columns.map((column) => column.head), list.columns.map(() => style({ font: '黑体', align: 'center' })), headLines)
  const first = rows.length
  for (const group of list.groups) {
    if (group.title !== '') putWhole(group.title, style({ font: '黑体' }), lineCount(group.title, page.textWidth))
    for (const values of group.rows) {
      const numbers = list.columns.map((column, at) => numberIn(values[at] ?? '', column))
      const lines = Math.max(1, ...list.columns.map((column, at) => (numbers[at] === undefined ? lineCount(values[at] ?? '', column.width * 0.94) : 1)))
      put(
        list.columns.map((_, at) => numbers[at] ?? values[at] ?? ''),
        list.columns.map((column, at) => ({ ...style({ align: column.align }), ...(numbers[at] === undefined ? {} : { numFmt: formatOf(column) }) })),
        lines,
      )
    }
  }
  const filled = { first, last: rows.length - 1 }
  if (list.groups.length === 0) putWhole(list.empty, style({}), 1)
  return {
    name: list.heading === '' ? paper.title.slice(0, 31) : (list.heading.split('、').at(-1) ?? `第${index + 1}张`),
    columns: list.columns.map((column) => ({ width: Math.round(column.width * 0.62 * 100) / 100 })),
    rows,
    cells,
    merges,
    rowDefs: heights,
    charts: chartsOf(list, filled),
    // A chart is never cut by the end of a page.
    ...(list.chart === undefined ? {} : { rowBreaks: [filled.last + 1] }),
    freezePane: list.wide === undefined ? { rows: 3 } : { rows: 3, columns: list.wide.staying },
    pageSetup: {
      paperSize: 'a4',
      orientation: list.wide === undefined ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$3:$3',
      horizontalCentered: true,
    },
  }
}

const listWidth = (list: PaperList): number => list.columns.reduce((total, column) => total + column.width, 0)
