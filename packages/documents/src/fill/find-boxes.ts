import type { Finding, Form, FormItem } from '@zicha/core'
import { columnRoles } from '../layout/columns.ts'
import type { ColumnRole } from '../layout/columns.ts'
import { bare, sameWording } from '../layout/printable.ts'
import { findLines } from './find-lines.ts'
import type { LineBoxes } from './find-lines.ts'
import { runsThrough } from './runs-through.ts'
import { cellAt, gridRows } from './table-grid.ts'
import type { GridCell, GridRow } from './table-grid.ts'
import { noTable, otherWording, refused, unknownRow } from './template-findings.ts'
import { elementsBelow, textOf } from './word-xml.ts'
import type { Document, Element } from './word-xml.ts'

/** Where each value of a filled form goes in one published Word file. */
export type Boxes = {
  readonly table: Element
  readonly rows: readonly GridRow[]
  readonly heads: readonly HeadBox[]
  readonly headerRow: number
  readonly items: readonly ItemBox[]
  readonly total?: GridRow
  readonly lines: LineBoxes
}

export type HeadBox = { readonly role: ColumnRole; readonly head: string; readonly cell: GridCell }

export type ItemBox = {
  readonly item: FormItem
  readonly row: GridRow
  /** What stands before the duty in its cell: `（18）`. */
  readonly prefix: string
}

/** The boxes of a template for this form, or what does not match, each with its row. */
export const findBoxes = (document: Document, form: Form): Boxes | readonly Finding[] => {
  const found = findTable(document)
  if (found === undefined) return [noTable]
  const { table, rows, headerRow, heads } = found
  const body = rows.slice(headerRow + 1)
  const total = body.find((row) => form.totalRow !== '' && row.cells.some((cell) => sameWording(textOf(cell.element), form.totalRow)))
  const matched = body.flatMap((row, index) =>
    row === total ? [] : matchRow(form, heads, row, headerRow + 2 + index),
  )
  const items = matched.flatMap((one) => one.box ?? [])
  const lines = findLines(table, form)
  const findings = [
    ...matched.flatMap((one) => one.finding ?? []),
    ...missingItems(form, matched),
    ...missingLines(form, lines, total),
    ...missingColumns(heads),
  ]
  if (findings.length > 0) return findings
  return {
    table,
    rows,
    heads,
    headerRow,
    items,
    ...(total === undefined ? {} : { total }),
    lines,
  }
}

type FoundTable = Pick<Boxes, 'table' | 'rows' | 'headerRow' | 'heads'>

const findTable = (document: Document): FoundTable | undefined => {
  for (const table of elementsBelow(document, 'tbl')) {
    const rows = gridRows(table)
    for (const [headerRow, row] of rows.slice(0, 5).entries()) {
      const texts = row.cells.map((cell) => textOf(cell.element).replace(/\s/g, ''))
      const roles = columnRoles(texts)
      if (!roles.includes('duty') || !roles.includes('clause')) continue
      const heads = row.cells.map((cell, index) => ({ role: roles[index] ?? 'other', head: texts[index] ?? '', cell }))
      return { table, rows, headerRow, heads }
    }
  }
  return undefined
}

export const columnOf = (heads: readonly HeadBox[], role: ColumnRole): number | undefined =>
  heads.find((head) => head.role === role)?.cell.start

/** The cell of a row that stands under a role's head. */
export const roleCell = (heads: readonly HeadBox[], row: GridRow, role: ColumnRole): GridCell | undefined => {
  const column = columnOf(heads, role)
  return column === undefined ? undefined : cellAt(row, column)
}

/** A row held against the form: its box, or what differs; `item` where the row says which one it means. */
type MatchedRow = { readonly item?: FormItem; readonly box?: ItemBox; readonly finding?: Finding }

const matchRow = (form: Form, heads: readonly HeadBox[], row: GridRow, no: number): readonly MatchedRow[] => {
  const duty = roleCell(heads, row, 'duty')
  const published = duty === undefined ? '' : textOf(duty.element)
  if (bare(published) === '' || duty === roleCell(heads, row, 'clause')) return []
  const item = itemOf(form, published)
  if (item === undefined) return [{ finding: unknownRow(no, published) }]
  const prefix = prefixBefore(published, item.duty)
  if (prefix === undefined) return [{ item, finding: otherWording(no, item.no, '具体责任') }]
  const clause = roleCell(heads, row, 'clause')
  if (clause === undefined || !runsThrough(bare(item.clause), bare(textOf(clause.element)))) {
    return [{ item, finding: otherWording(no, item.no, '评分细则') }]
  }
  return [{ item, box: { item, row, prefix } }]
}

const numbered = /^\s*[（(]?\s*(\d{1,3})\s*[）).．、]/

/** By its number where the cell has one, else by its wording. */
const itemOf = (form: Form, published: string): FormItem | undefined => {
  const no = numbered.exec(published)?.[1]
  return no === undefined
    ? form.items.find((item) => bare(published).startsWith(bare(item.duty)))
    : form.items.find((item) => item.no === Number(no))
}

/** The number before the duty; nothing where the wording is another. What follows the duty is spoken advice. */
const prefixBefore = (published: string, duty: string): string | undefined => {
  const prefix = numbered.exec(published)?.[0].trim() ?? ''
  const rest = published.trimStart().slice(prefix.length)
  return bare(rest).startsWith(bare(duty)) ? prefix : undefined
}

const missingItems = (form: Form, found: readonly MatchedRow[]): readonly Finding[] =>
  form.items.flatMap((item) => {
    const rows = found.filter((one) => one.item === item)
    if (rows.length === 1) return []
    return rows.length === 0
      ? [refused('document.template_item_missing', `第${item.no}条`, `Word表里没有第${item.no}条，得分没有地方填。请核对版本。`)]
      : [refused('document.template_item_twice', `第${item.no}条`, `Word表里第${item.no}条有${rows.length}行，不知填哪一行。请核对版本。`)]
  })

const missingLines = (form: Form, lines: LineBoxes, total: GridRow | undefined): readonly Finding[] =>
  [
    { words: form.title, there: lines.title.length > 0 },
    { words: form.unitLine, there: lines.unit !== undefined },
    { words: form.dateLine, there: lines.day !== undefined },
    { words: form.totalRow, there: total !== undefined },
    { words: form.signatureLine, there: lines.signature !== undefined },
  ]
    .filter((line) => line.words !== '' && !line.there)
    .map((line) =>
      refused('document.template_line_missing', line.words, `Word表里没有“${line.words}”这一处。请换成局里印发的自查表。`),
    )

/** One column for marks is enough: it takes the inspection's, and until there is one the school's own. */
const missingColumns = (heads: readonly HeadBox[]): readonly Finding[] =>
  columnOf(heads, 'self') === undefined && columnOf(heads, 'inspection') === undefined
    ? [refused('document.template_column_missing', '得分', 'Word表里没有“得分”一列，没有地方填。请换成局里印发的自查表。')]
    : []
