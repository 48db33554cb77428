import type { Archive } from './open-archive.ts'
import type { Block, GridCell, GridRow } from './grid.ts'
import { maximumRows } from './grid.ts'
import { Unreadable } from './reading-finding.ts'
import { walkXml } from './walk-xml.ts'

const part = 'word/document.xml'

/** Beyond this a text cannot be walked within two seconds. */
const maximumPart = 24 * 1024 * 1024

type OpenParagraph = { text: string; centred: boolean; size: number; heading: boolean }
type OpenCell = { paragraphs: string[]; span: number; merge: 'none' | 'restart' | 'continue' }
type OpenTable = { rows: { cells: OpenCell[]; before: number }[]; row: { cells: OpenCell[]; before: number } | undefined; cell: OpenCell | undefined }

/** The paragraphs and tables of a Word file, in order; a table inside a cell is part of that cell's text. */
export const readDocxBlocks = (archive: Archive): Block[] => {
  const bytes = archive.part(part)
  if (bytes === undefined) throw new Unreadable('missing_part', part, `文件里缺少“${part}”，不是完整的 Word 文件。请在 Word 或 WPS 里另存一份。`)
  if (bytes.length > maximumPart) throw new Unreadable('too_large', part, `“${part}”有${Math.round(bytes.length / 1_048_576)}MB，太大，没有打开。请只留评分表本身再放入。`)
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  const paragraphs: OpenParagraph[] = []
  let skipped = 0
  let inText = false
  let rows = 0

  const endParagraph = (): void => {
    const paragraph = paragraphs.pop()
    if (paragraph === undefined) return
    const cell = tables.at(-1)?.cell
    if (cell !== undefined) cell.paragraphs.push(paragraph.text)
    else if (tables.length === 0) blocks.push({ kind: 'paragraph', ...paragraph })
  }
  const endTable = (): void => {
    const table = tables.pop()
    if (table === undefined) return
    const outer = tables.at(-1)?.cell
    if (outer === undefined) blocks.push({ kind: 'grid', grid: toGrid(table) })
    else outer.paragraphs.push(...table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.join('\n')).join('\t')))
  }
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph !== undefined) paragraph.text += text
  }

  walkXml(bytes, part, {
    open: (name, attributes) => {
      if (skipped > 0 || name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') {
        skipped++
        return
      }
      const table = tables.at(-1)
      const paragraph = paragraphs.at(-1)
      const value = attributes['w:val']
      switch (name) {
        case 'w:tbl':
          tables.push({ rows: [], row: undefined, cell: undefined })
          break
        case 'w:tr':
          if (++rows > maximumRows) throw new Unreadable('too_many_rows', part, `表格超过${maximumRows}行，没有读。请只留评分表本身再放入。`)
          if (table !== undefined) table.row = { cells: [], before: 0 }
          break
        case 'w:gridBefore':
          if (table?.row !== undefined) table.row.before = wholeNumber(value, 0)
          break
        case 'w:tc':
          if (table !== undefined) table.cell = { paragraphs: [], span: 1, merge: 'none' }
          break
        case 'w:gridSpan':
          if (table?.cell !== undefined) table.cell.span = Math.min(64, Math.max(1, wholeNumber(value, 1)))
          break
        case 'w:vMerge':
          if (table?.cell !== undefined) table.cell.merge = value === 'restart' ? 'restart' : 'continue'
          break
        case 'w:p':
          paragraphs.push({ text: '', centred: false, size: 0, heading: false })
          break
        case 'w:jc':
          if (paragraph !== undefined && value === 'center') paragraph.centred = true
          break
        case 'w:sz':
          if (paragraph !== undefined) paragraph.size = Math.max(paragraph.size, wholeNumber(value, 0))
          break
        case 'w:pStyle':
          if (paragraph !== undefined && /^(?:Heading|Title|\d$|标题)/i.test(value ?? '')) paragraph.heading = true
          break
        case 'w:t':
          inText = true
          break
        case 'w:tab':
          if (paragraph !== undefined && attributes['w:pos'] === undefined) write('\t')
          break
        case 'w:br':
        case 'w:cr':
          if (attributes['w:type'] !== 'page') write('\n')
          break
        case 'w:noBreakHyphen':
          write('-')
          break
        default:
      }
    },
    close: (name) => {
      if (skipped > 0) {
        skipped--
        return
      }
      const table = tables.at(-1)
      if (name === 'w:t') inText = false
      else if (name === 'w:p') endParagraph()
      else if (name === 'w:tc' && table?.row !== undefined && table.cell !== undefined) {
        table.row.cells.push(table.cell)
        table.cell = undefined
      } else if (name === 'w:tr' && table?.row !== undefined) {
        table.rows.push(table.row)
        table.row = undefined
      } else if (name === 'w:tbl') endTable()
    },
    text: (text) => {
      if (inText && skipped === 0) write(text)
    },
  })
  return blocks
}

const wholeNumber = (text: string | undefined, otherwise: number): number => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise)

const toGrid = (table: OpenTable): { rows: GridRow[]; width: number } => {
  const rows: GridRow[] = []
  let width = 0
  table.rows.forEach((row, index) => {
    const cells: (GridCell | undefined)[] = Array.from({ length: row.before }, () => undefined)
    for (const cell of row.cells) {
      const column = cells.length
      const above = rows.at(-1)?.cells[column]
      const own: GridCell = { text: cell.paragraphs.join('\n').replace(/^\n+|\n+$/g, ''), row: index, column }
      const placed = cell.merge === 'continue' && above !== undefined ? above : own
      for (let step = 0; step < cell.span; step++) cells.push(placed)
    }
    width = Math.max(width, cells.length)
    rows.push({ cells, where: `第${index + 1}行` })
  })
  return { rows, width }
}
