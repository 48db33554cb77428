import type { Finding, Table } from '@zicha/core'
import { readDocxBlocks } from './docx-blocks.ts'
import { type Block } from './grid.ts'
import { type Line, readLinesAround } from './lines-around.ts'
import { openArchive } from './open-archive.ts'
import { Unreadable, warning } from './reading-finding.ts'
import { findHead, tableFromGrid } from './table-from-grid.ts'

/** `table` is absent where nothing could be read; `findings` then say which part is at fault and what to do. */
export type TableReading = { readonly table?: Table; readonly findings: readonly Finding[] }

/**
 * Reads an official scoring table from a Word, Excel or text file. The content decides what it is, the name only breaks ties.
 * Never throws for a broken, locked, oversized or disguised file.
 */
export const readTable = (bytes: Uint8Array, fileName = ''): TableReading => {
  try {
    return readBlocks(blocksOf(bytes, fileName))
  } catch (error) {
    if (error instanceof Unreadable) return { findings: [error.finding] }
    return { findings: [new Unreadable('broken', fileName || '文件', '文件的内容不完整，读不出来。原文件没有改动，请在 Word 或 WPS 里重新另存一份再放入。').finding] }
  }
}

const blocksOf = (bytes: Uint8Array, fileName: string): readonly Block[] => {
  void fileName
  return readDocxBlocks(openArchive(bytes))
}

const readBlocks = (blocks: readonly Block[]): TableReading => {
  const at = blocks.findIndex((block) => block.kind === 'grid' && findHead(block.grid) !== undefined)
  const block = blocks[at]
  const head = block?.kind === 'grid' ? findHead(block.grid) : undefined
  if (block?.kind !== 'grid' || head === undefined)
    return { findings: [new Unreadable('no_table', '文件', '没有找到评分表：表头里要有“考核内容”“评分标准”这样的列。请核对是不是放错了文件。').finding] }
  const lines = (list: readonly Block[]): Line[] => list.flatMap((one) => (one.kind === 'paragraph' ? [one] : []))
  const { table, findings } = tableFromGrid(block.grid, head, readLinesAround(lines(blocks.slice(0, at)), lines(blocks.slice(at + 1))))
  return { table, findings: table.title === '' ? [warning('no_title', '表格上方', '没有读到表名，请在核对时补上。'), ...findings] : findings }
}
