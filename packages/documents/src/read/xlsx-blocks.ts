import type { Archive } from './open-archive.ts'
import { type Block, type GridCell, type GridRow, maximumRows } from './grid.ts'
import { Unreadable } from './reading-finding.ts'
import { readNumberFormats } from './xlsx-formats.ts'
import { walkXml } from './walk-xml.ts'

const maximumColumns = 200

type Cell = { readonly row: number; readonly column: number; readonly text: string; readonly value?: number; readonly format?: string }
type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** The visible sheets of an Excel file, each as one grid, in the workbook's order; merged cells are one cell, numbers stay numbers. */
export const readXlsxBlocks = (archive: Archive): { readonly name: string; readonly block: Block }[] => {
  const strings = readSharedStrings(archive)
  const formats = readNumberFormats(archive)
  return listSheets(archive).map(({ name, part }) => {
    const bytes = archive.part(part)
    if (bytes === undefined) throw new Unreadable('missing_part', part, `工作表“${name}”缺少内容，文件不完整。请在 Excel 或 WPS 里另存一份。`)
    const { cells, merges } = readSheet(bytes, part, strings, formats)
    return { name, block: { kind: 'grid', grid: toGrid(cells, merges) } }
  })
}

const listSheets = (archive: Archive): { readonly name: string; readonly part: string }[] => {
  const targets = new Map<string, string>()
  const relations = archive.part('xl/_rels/workbook.xml.rels')
  const workbook = archive.part('xl/workbook.xml')
  if (relations === undefined || workbook === undefined)
    throw new Unreadable('missing_part', 'xl/workbook.xml', '文件里缺少“xl/workbook.xml”，不是完整的 Excel 文件。请在 Excel 或 WPS 里另存一份。')
  const ignore = (): void => undefined
  walkXml(relations, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      const target = attributes['Target']
      if (name.endsWith('Relationship') && target !== undefined && attributes['TargetMode'] !== 'External')
        targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    close: ignore,
    text: ignore,
  })
  const sheets: { name: string; part: string }[] = []
  walkXml(workbook, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (!/(?:^|:)sheet$/.test(name) || /hidden/i.test(attributes['state'] ?? '')) return
      const part = targets.get(attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '')
      if (part !== undefined) sheets.push({ name: attributes['name'] ?? '', part })
    },
    close: ignore,
    text: ignore,
  })
  return sheets
}

const readSharedStrings = (archive: Archive): string[] => {
  const part = 'xl/sharedStrings.xml'
  const bytes = archive.part(part)
  const strings: string[] = []
  if (bytes === undefined) return strings
  let current = ''
  let inText = false
  let phonetic = 0
  walkXml(bytes, part, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') inText = true
    },
    close: (name) => {
      if (name === 'si') strings.push(current)
      else if (name === 'rPh') phonetic--
      else if (name === 't') inText = false
    },
    text: (text) => {
      if (inText && phonetic === 0) current += text
    },
  })
  return strings
}

const readSheet = (bytes: Uint8Array, part: string, strings: readonly string[], formats: readonly (string | undefined)[]): { readonly cells: Cell[]; readonly merges: Merge[] } => {
  const cells: Cell[] = []
  const merges: Merge[] = []
  let row = -1
  let column = -1
  let type = ''
  let raw = ''
  let format: string | undefined
  let reading = false
  let rows = 0
  walkXml(bytes, part, {
    open: (name, attributes) => {
      if (name === 'row') {
        if (++rows > maximumRows) throw new Unreadable('too_many_rows', part, `表格超过${maximumRows}行，没有读。请只留评分表本身再放入。`)
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1
        column = -1
      } else if (name === 'c') {
        const at = placeOf(attributes['r'] ?? '')
        column = at?.column ?? column + 1
        row = at?.row ?? row
        type = attributes['t'] ?? 'n'
        raw = ''
        format = formats[Number(attributes['s'] ?? '0')]
      } else if (name === 'v' || name === 't') reading = true
      else if (name === 'mergeCell') {
        const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf)
        if (from !== undefined && to !== undefined) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && raw !== '' && column < maximumColumns) cells.push(cellOf(row, column, type, raw, strings, format))
    },
    text: (text) => {
      if (reading) raw += text
    },
  })
  return { cells, merges }
}

const cellOf = (row: number, column: number, type: string, raw: string, strings: readonly string[], format: string | undefined): Cell => {
  if (type === 's') return { row, column, text: strings[Number(raw)] ?? '' }
  if (type === 'inlineStr' || type === 'str') return { row, column, text: raw }
  if (type === 'b') return { row, column, text: raw === '1' ? '是' : '否' }
  if (type === 'e') return { row, column, text: '' }
  const value = Number(raw)
  if (!Number.isFinite(value)) return { row, column, text: raw }
  // Excel keeps 0.1 as 0.10000000000000001: fifteen digits are what a person typed.
  const typed = Number(value.toPrecision(15))
  return { row, column, text: String(typed), value: typed, ...(format === undefined ? {} : { format }) }
}

const placeOf = (reference: string): { readonly row: number; readonly column: number } | undefined => {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (match === null) return undefined
  const column = [...(match[1] ?? '')].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, column }
}

const toGrid = (cells: readonly Cell[], merges: readonly Merge[]): { readonly rows: GridRow[]; readonly width: number } => {
  const height = Math.min(maximumRows, cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0))
  const width = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0)
  const places: (GridCell | undefined)[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => undefined))
  for (const cell of cells) {
    const line = places[cell.row]
    if (line !== undefined) line[cell.column] = { text: cell.text, row: cell.row, column: cell.column, ...(cell.value === undefined ? {} : { value: cell.value }), ...(cell.format === undefined ? {} : { format: cell.format }) }
  }
  for (const merge of merges) {
    const origin = places[merge.top]?.[merge.left] ?? { text: '', row: merge.top, column: merge.left }
    for (let row = merge.top; row <= Math.min(merge.bottom, height - 1); row++)
      for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) {
        const line = places[row]
        if (line !== undefined) line[column] = origin
      }
  }
  return { rows: places.map((line, index) => ({ cells: line, where: `第${index + 1}行` })), width }
}
