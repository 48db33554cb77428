import { type ListRow } from '@zicha/core'
import { maximumRows } from './grid.ts'
import { Unreadable } from './reading-finding.ts'

type Line = { readonly text: string; readonly row: number }

/**
 * The lines of a text as rows of a list: cut at tabs (as pasted from WPS or Excel, where a cell of several lines stands
 * between quotes), at upright strokes, at commas or at wide gaps where most lines are cut so; else each line is one cell.
 */
export const readTextLines = (text: string, place: (row: number) => string): ListRow[] => {
  const lines = splitLines(text.replace(/^\uFEFF/, ''))
  if (lines.length > maximumRows) throw new Unreadable('too_many_rows', '文件', `文字超过${maximumRows}行，没有读。请分成几个文件再放入。`)
  const cut = cutterFor(lines)
  let width = 0
  return lines.flatMap(({ text: line, row }): ListRow[] => {
    if (line.trim() === '' || /^[\s|:\-—=+]+$/.test(line)) return []
    const parts = withinColumns(cut(line))
    // Where gaps do the cutting, an empty cell leaves no trace: only full rows stand under the heads.
    if (width === 0 && parts.length > 1) width = parts.length
    const isOfTable = parts.length > 1 && (line.includes('\t') || parts.length === width)
    return [{ row, where: place(row), cells: parts.map((part) => ({ text: part.trim() })), ...(isOfTable ? { table: 0 } : {}) }]
  })
}

const maximumColumns = 200

/** What lies beyond the last column a list can have stays in it. */
const withinColumns = (parts: readonly string[]): readonly string[] =>
  parts.length <= maximumColumns ? parts : [...parts.slice(0, maximumColumns - 1), parts.slice(maximumColumns - 1).join('\t')]

/** No cell of a list has more lines; a quote that never closes is a quote. */
const longestCell = 40

const isOpen = (text: string): boolean => (text.split('"').length - 1) % 2 === 1

/** Lines by their number in the file; a line end between quotes belongs to its cell. */
const splitLines = (text: string): Line[] => {
  const raw = text.split(/\r\n|\r|\n/)
  const lines: Line[] = []
  for (let at = 0; at < raw.length; at++) {
    const row = at + 1
    let line = raw[at] ?? ''
    if (/(?:^|\t)"/.test(line) && isOpen(line)) {
      const end = raw.slice(at + 1, at + longestCell).findIndex((_, more) => !isOpen(raw.slice(at, at + more + 2).join('\n')))
      if (end >= 0) {
        line = raw.slice(at, at + end + 2).join('\n')
        at += end + 1
      }
    }
    lines.push({ text: line, row })
  }
  return lines
}

const unquote = (cell: string): string => (/^".*"$/s.test(cell.trim()) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell)

const byTabs = (line: string): string[] => line.split('\t').map(unquote)
const byStrokes = (line: string): string[] => line.trim().replace(/^\||\|$/g, '').split('|')
const byCommas = (line: string): string[] => (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [line]).slice(0, -1).map((part) => unquote(part.replace(/,$/, '')))
const byGaps = (line: string): string[] => line.trim().split(/\s{2,}|　+/)

const cutterFor = (lines: readonly Line[]): ((line: string) => string[]) => {
  const full = lines.filter(({ text }) => text.trim() !== '')
  const most = (count: (text: string) => number): boolean => full.length >= 2 && full.filter(({ text }) => count(text) >= 2).length * 2 >= full.length
  if (full.filter(({ text }) => text.includes('\t')).length >= 1) return (line) => (line.includes('\t') ? byTabs(line) : [line])
  if (most((text) => text.split('|').length - 1)) return (line) => (line.includes('|') ? byStrokes(line) : [line])
  if (most((text) => text.split(',').length - 1)) return (line) => (line.includes(',') ? byCommas(line) : [line])
  const semicolons = new Set(full.map(({ text }) => text.split(';').length))
  if (full.length >= 2 && semicolons.size === 1 && !semicolons.has(1) && !semicolons.has(2)) return (line) => line.split(';')
  if (most((text) => byGaps(text).length - 1)) return (line) => byGaps(line)
  return (line) => [line]
}
