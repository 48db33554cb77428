import type { Finding } from '@zicha/core'
import type { Block, Grid, GridCell, GridRow } from './grid.ts'
import { type Line, type LinesAround, readLinesAround } from './lines-around.ts'
import { warning } from './reading-finding.ts'
import { findHead, headTexts } from './table-from-grid.ts'

export type FoundTable = { readonly grid: Grid; readonly head: { readonly at: number; readonly rows: number }; readonly lines: LinesAround; readonly findings: readonly Finding[] }

const namesTable = (text: string): boolean => /(?:表|细则|标准|办法|方案)\s*$/u.test(text.trim()) && !/^\s*[一二三四五六七八九十\d]+\s*[、.．]/u.test(text)
const opensSection = (text: string): boolean => /^\s*(?:[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．]?|第[一二三四五六七八九十\d]+[部章项类])/u.test(text) || /^\s*表\s*[\d一二三四五六七八九十]+[\s、：:.]/u.test(text) || /[（(]\s*(?:满分|共|计)?\s*\d+(?:\.\d+)?\s*分\s*[）)]\s*$/u.test(text)

/**
 * The scoring table among a file's blocks. Tables that go on after it (split over pages, one a section) are one with it;
 * headings between them open sections; a second table with a name of its own is left out and said.
 */
export const findTable = (blocks: readonly Block[]): FoundTable | undefined => {
  const at = blocks.findIndex((block) => block.kind === 'grid' && findHead(block.grid) !== undefined)
  const first = blocks[at]
  if (first?.kind !== 'grid') return undefined
  const head = findHead(first.grid)
  if (head === undefined) return undefined
  const heads = headTexts(first.grid, head)
  const rows: GridRow[] = [...first.grid.rows]
  const findings: Finding[] = []
  const after: Line[] = []
  let between: Line[] = []
  let number = 1
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'paragraph') {
      between.push(block)
      continue
    }
    const ownHead = findHead(block.grid)
    const ownHeads = ownHead === undefined ? [] : headTexts(block.grid, ownHead)
    const goesOn = ownHead === undefined ? block.grid.width === first.grid.width : ownHeads.join('|') === heads.join('|')
    const named = between.some((line) => namesTable(line.text))
    if (ownHead !== undefined) number++
    if (goesOn && !(named && ownHead !== undefined)) {
      const title = between.find((line) => line.text.trim() !== '' && (line.heading || opensSection(line.text)))?.text.trim()
      if (title !== undefined) rows.push(titleRow(title, first.grid.width))
      rows.push(...block.grid.rows.slice(ownHead === undefined ? 0 : ownHead.at + ownHead.rows))
    } else {
      if (ownHead !== undefined)
        findings.push(warning('second_table', `第${number}张表`, `文件里还有另一张评分表，这次只读了第一张。请把它另存成一个文件，再放入。`))
      after.push(...between)
      break
    }
    between = []
  }
  const above = aboveHead(first.grid, head.at)
  const before = blocks.slice(0, at).flatMap((block): Line[] => (block.kind === 'paragraph' ? [block] : []))
  const opens = (line: Line | undefined): line is Line => line !== undefined && opensSection(line.text) && !namesTable(line.text) && !/^附/.test(line.text.trim())
  const nearest = [...before, ...above].filter((line) => line.text.trim() !== '').at(-1)
  const opening = opens(nearest) && [...before, ...above].length > 1 ? nearest : undefined
  const lines = readLinesAround([...before, ...above].filter((line) => line !== opening), [...after, ...between])
  const headRows = first.grid.rows.slice(0, head.at + head.rows)
  const opened = opening === undefined ? [] : [titleRow(opening.text.trim(), first.grid.width)]
  return { grid: { rows: [...headRows, ...opened, ...rows.slice(headRows.length)], width: first.grid.width }, head, lines, findings }
}

const titleRow = (text: string, width: number): GridRow => {
  const cell: GridCell = { text, row: -1, column: 0 }
  return { cells: Array.from({ length: width }, () => cell), where: text }
}

/** Rows above the head hold the title, the unit and the date; the one that runs over most columns is the largest. */
const aboveHead = (grid: Grid, at: number): Line[] =>
  grid.rows.slice(0, at).flatMap((row) =>
    [...new Set(row.cells)].flatMap((cell): Line[] => {
      if (cell === undefined || cell.text.trim() === '') return []
      const span = row.cells.filter((one) => one === cell).length
      return [{ text: cell.text.replace(/\s*\n\s*/g, ''), centred: false, size: span >= grid.width - 1 && span > 1 ? 40 : 0, heading: false }]
    }),
  )
