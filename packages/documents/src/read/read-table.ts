import type { Finding, Table } from '@zicha/core'
import { readDocxBlocks } from './docx-blocks.ts'
import { packageKind, typeOf } from './file-type.ts'
import { findTable } from './find-table.ts'
import type { Block } from './grid.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { Unreadable, warning } from './reading-finding.ts'
import { tableFromGrid } from './table-from-grid.ts'
import { decodeText, readTextBlocks } from './text-blocks.ts'
import { readXlsxBlocks } from './xlsx-blocks.ts'

/** `table` is absent where nothing could be read; `findings` then say which part is at fault and what to do. */
export type TableReading = { readonly table?: Table; readonly findings: readonly Finding[] }

/**
 * Reads an official scoring table from a Word, Excel or text file. The content decides what it is, never the name.
 * Never throws for a broken, locked, oversized or disguised file.
 */
export const readTable = (bytes: Uint8Array, fileName = ''): TableReading => {
  try {
    if (typeOf(bytes) === 'text') return readText(bytes)
    const archive = openArchive(bytes)
    return packageKind(archive) === 'word' ? readWord(archive) : readExcel(archive)
  } catch (error) {
    const known = error instanceof Unreadable ? error : new Unreadable('broken', fileName || '文件', '文件的内容不完整，读不出来。原文件没有改动，请重新另存一份再放入。')
    return { findings: [known.finding] }
  }
}

const readText = (bytes: Uint8Array): TableReading => {
  const text = decodeText(bytes)
  if (text === undefined || /^\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new Unreadable('other_type', '文件', '这不是 Word、Excel 或文字表格，没有打开。请核对是不是放错了文件。')
  return readBlocks(readTextBlocks(text), noTable())
}

const readWord = (archive: Archive): TableReading => {
  const blocks = readDocxBlocks(archive)
  const hasWords = blocks.some((block) => block.kind === 'grid' || block.text.trim() !== '')
  const pictures = archive.names.filter((name) => name.startsWith('word/media/')).length
  const scanned = pictures > 0 && !blocks.some((block) => block.kind === 'grid')
  const otherwise = scanned
    ? new Unreadable('picture', '文件', `文件里没有表格，只有${pictures}张图片，可能是扫描件，读不出文字。请放入可以编辑的 Word 或 Excel 表。`)
    : hasWords ? noTable() : new Unreadable('empty', 'word/document.xml', '文件是空的，里面没有内容。请核对是不是放错了文件。')
  if (scanned || blocks.some((block) => block.kind === 'grid')) return readBlocks(blocks, otherwise)
  // No table at all: the lines themselves may be a numbered list.
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  return readBlocks(readTextBlocks(lines.join('\n')), otherwise)
}

const readExcel = (archive: Archive): TableReading => {
  const sheets = readXlsxBlocks(archive)
  const scoring = sheets.filter(({ block }) => findTable([block]) !== undefined)
  const [first, ...others] = scoring
  const reading = readBlocks(first === undefined ? [] : [first.block], noTable())
  const left = others.map(({ name }) => warning('second_table', `工作表“${name}”`, `工作表“${name.slice(0, 20)}”也是评分表，这次只读了第一张。请把它另存成一个文件，再放入。`))
  const title = reading.table?.title === '' && first !== undefined && !/^Sheet\d*$/i.test(first.name) ? first.name : undefined
  if (reading.table === undefined) return reading
  const findings = [...reading.findings, ...left]
  return title === undefined ? { table: reading.table, findings } : { table: { ...reading.table, title }, findings: findings.filter((one) => one.code !== 'reading.no_title') }
}

const noTable = (): Unreadable =>
  new Unreadable('no_table', '文件', '没有找到评分表：表头里要有“考核内容”“评分标准”这样的列。请核对是不是放错了文件。')

const readBlocks = (blocks: readonly Block[], otherwise: Unreadable): TableReading => {
  const found = findTable(blocks)
  if (found === undefined) throw otherwise
  const { table, findings } = tableFromGrid(found.grid, found.head, found.lines)
  if (table.rows.length === 0) throw new Unreadable('no_rows', '表格', '表头下面没有条目，读不出评分内容。请核对表格是不是完整。')
  const named = table.title === '' ? [warning('no_title', '表格上方', '没有读到表名，请在核对时补上。')] : []
  return { table, findings: [...named, ...found.findings, ...findings] }
}
