import { saysMarks } from './column-roles.ts'
import { type Block, type GridCell, type GridRow, maximumRows } from './grid.ts'
import { marksInText, withoutMarks } from './marks-in-text.ts'
import { Unreadable } from './reading-finding.ts'

/** Text of a file in UTF-8, UTF-16 or GB18030; undefined where it is no text. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  if (bytes.subarray(0, 65_536).includes(0)) return undefined
  for (const name of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes)
    } catch {
      // not in this encoding
    }
  }
  return undefined
}

const heading = /^\s*(?:[一二三四五六七八九十]+\s*[、.．]|第[一二三四五六七八九十\d]+[部章项类])\s*(.+)$/u
const numbered = /^\s*(?:[（(]\s*(\d{1,3})\s*[）)]|(\d{1,3})\s*[.、．)）](?!\d))\s*(.+)$/u
/** （一） counts items where no line is counted 1, 2, 3. */
const bracketed = /^\s*[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]()\s*(.+)$/u
const clauseLine = /^\s*(?:评分标准|评分细则|评分办法|计分办法|扣分标准|评分|细则)\s*[：:]\s*/u

/** A text file as blocks: tab-separated lines are one grid; a numbered list becomes a grid of its own with the usual heads. */
export const readTextBlocks = (text: string): Block[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (lines.length > maximumRows) throw new Unreadable('too_many_rows', '文件', `文字超过${maximumRows}行，没有读。请只留评分表本身再放入。`)
  const tabbed = lines.filter((line) => line.split('\t').length >= 3).length
  return tabbed >= 2 ? tabBlocks(lines) : listBlocks(lines)
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, centred: false, size: 0, heading: false })

const tabBlocks = (lines: readonly string[]): Block[] => {
  const blocks: Block[] = []
  const rows: GridRow[] = []
  let width = 0
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'grid', grid: { rows: [...rows], width } })
    rows.length = 0
  }
  lines.forEach((line, index) => {
    const parts = line.split('\t')
    if (line.trim() === '') return
    if (parts.length < 2 && rows.length === 0) {
      blocks.push(paragraph(line))
      return
    }
    width = Math.max(width, parts.length)
    rows.push({
      cells: parts.length === 1 ? spread(line, index, width) : parts.map((text, column) => ({ text: text.trim(), row: index, column })),
      where: `第${index + 1}行`,
    })
  })
  flush()
  return blocks
}

const spread = (text: string, row: number, width: number): GridCell[] => {
  const cell: GridCell = { text: text.trim(), row, column: 0 }
  return Array.from({ length: Math.max(1, width) }, () => cell)
}

const heads = ['考核项目', '考核内容', '分值', '评分标准']

type ListItem = { readonly duty: string; readonly points: number | undefined; readonly clauses: string[]; readonly line: number }

const listBlocks = (lines: readonly string[]): Block[] => {
  const before: Block[] = []
  const after: Block[] = []
  const rows: GridRow[] = [{ cells: heads.map((text, column) => ({ text, row: 0, column })), where: '第1行' }]
  let item: ListItem | undefined
  const flush = (): void => {
    if (item === undefined) return
    const clause = item.clauses.length > 0 ? item.clauses.join('\n') : item.duty
    const texts = ['', item.duty, item.points === undefined ? '' : String(item.points), clause]
    const row = item.line
    rows.push({ cells: texts.map((text, column) => ({ text, row, column })), where: `第${item.line + 1}行` })
    item = undefined
  }
  // A line set apart from an item that says its marks already is the list's foot.
  let isApart = false
  const entryShape = lines.some((line) => numbered.test(line)) ? numbered : bracketed
  lines.forEach((line, index) => {
    if (line.trim() === '') {
      isApart = true
      return
    }
    const isFoot = isApart && item !== undefined && saysMarks(item.duty) && !saysMarks(line) && !clauseLine.test(line)
    isApart = false
    const section = heading.exec(line)
    const entry = entryShape.exec(line)
    if (section !== null && section[1] !== undefined && !/[扣得加]\s*\d/.test(line)) {
      flush()
      rows.push({ cells: spread(line.trim(), index, heads.length), where: `第${index + 1}行` })
    } else if (entry !== null) {
      flush()
      const words = (entry[3] ?? '').trim()
      const points = marksInText(words)
      item = { duty: points === undefined || /[扣得加]\s*\d+(?:\.\d+)?\s*分\s*[。；;]?$/.test(words) ? words : withoutMarks(words), points, clauses: [], line: index }
    } else if (item !== undefined && !isFoot && !/^(?:总分|合计|备注|注|说明|检查人|考核人|签字)/.test(line.trim())) item.clauses.push(line.trim().replace(clauseLine, ''))
    else if (rows.length === 1) before.push(paragraph(line))
    else {
      flush()
      after.push(paragraph(line))
    }
  })
  flush()
  return rows.length < 2 ? [...before, ...after] : [...before, { kind: 'grid', grid: { rows, width: heads.length } }, ...after]
}
