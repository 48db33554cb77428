import type { ListRow, ListSheet } from '@zicha/core'
import { readDocxBlocks } from './docx-blocks.ts'
import { packageKind, typeOf } from './file-type.ts'
import type { Block, Grid } from './grid.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { Unreadable } from './reading-finding.ts'
import { decodeText } from './text-blocks.ts'
import { readTextLines } from './text-lines.ts'
import { readXlsxBlocks } from './xlsx-blocks.ts'

/** The rows of a Word, Excel or text file, pasted rows among them. Throws Unreadable where the file cannot be opened. */
export const readSheets = (bytes: Uint8Array): readonly ListSheet[] => {
  if (typeOf(bytes) === 'text') return [textSheet(bytes)]
  const archive = openArchive(bytes)
  return packageKind(archive) === 'word' ? [wordSheet(archive)] : excelSheets(archive)
}

const textSheet = (bytes: Uint8Array): ListSheet => {
  const text = decodeText(bytes)
  if (text === undefined || /^\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new Unreadable('other_type', '文件', '这不是 Word、Excel 或文字表格，没有打开。请核对是不是放错了文件。')
  return { isOneOfSeveral: false, pasted: true, rows: readTextLines(text, (row) => `第${row}行`) }
}

const excelSheets = (archive: Archive): readonly ListSheet[] => {
  const sheets = readXlsxBlocks(archive).flatMap(({ name, block }) => (block.kind === 'grid' && block.grid.rows.length > 0 ? [{ name, grid: block.grid }] : []))
  return sheets.map(({ name, grid }) => ({
    name,
    isOneOfSeveral: sheets.length > 1,
    pasted: false,
    rows: gridRows(grid, 0, (row) => (sheets.length > 1 ? `工作表“${name}”第${row}行` : `第${row}行`)),
  }))
}

const gridRows = (grid: Grid, table: number, place: (row: number) => string): ListRow[] =>
  grid.rows.map(({ cells }, index) => ({ row: index + 1, where: place(index + 1), table, cells }))

/** Tables and the lines between them in one run: a month may stand above its table. */
const wordSheet = (archive: Archive): ListSheet => {
  const blocks = readDocxBlocks(archive)
  const tables = blocks.filter((block) => block.kind === 'grid').length
  const pictures = archive.names.filter((name) => name.startsWith('word/media/')).length
  if (tables === 0 && !blocks.some((block) => block.kind === 'paragraph' && block.text.trim() !== '')) {
    throw pictures > 0
      ? new Unreadable('picture', '文件', `文件里没有文字，只有${pictures}张图片，可能是扫描件，读不出来。请放入可以编辑的 Word 或 Excel 表。`)
      : new Unreadable('empty', 'word/document.xml', '文件是空的，里面没有内容。请核对是不是放错了文件。')
  }
  return { isOneOfSeveral: false, pasted: true, rows: wordRows(blocks, tables) }
}

const wordRows = (blocks: readonly Block[], tables: number): ListRow[] => {
  const rows: ListRow[] = []
  let table = 0
  let lines: string[] = []
  let read = 0
  const flush = (): void => {
    const from = read
    rows.push(...readTextLines(lines.join('\n'), (row) => `正文第${from + row}行`).map((row) => ({ ...row, row: from + row.row, ...(row.table === undefined ? {} : { table: -1 - from }) })))
    read += lines.length
    lines = []
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines.push(...block.text.split('\n').filter((line) => line.trim() !== ''))
      continue
    }
    flush()
    table++
    const name = tables > 1 ? `第${table}张表` : ''
    rows.push(...gridRows(block.grid, table, (row) => `${name}第${row}行`))
  }
  flush()
  return rows
}
