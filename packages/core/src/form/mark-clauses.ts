import { readRows } from './form-from-table.ts'
import type { Table } from './table.ts'

/** One row of an official table with the stretches of its clause that were read, and those that were not. */
export type MarkedClause = {
  readonly no: number
  /** Where the row stands in the file: `第2页第5行`. */
  readonly where: string
  /** In the clause's order, each with the criterion that it went to. UTF-16 offsets, `end` exclusive. */
  readonly read: readonly { readonly start: number; readonly end: number; readonly criterion: string }[]
  readonly unread: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** What a person is shown beside the reading: every row's clause with its read and unread stretches. */
export const markClauses = (table: Table): readonly MarkedClause[] =>
  readRows(table).map(({ row, criteria, unread }) => ({
    no: row.no,
    where: row.where,
    read: criteria
      .flatMap((one) => one.parts.flatMap((part) => part.spans.map(({ start, end }) => ({ start, end, criterion: one.id }))))
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
    unread: unread.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
  }))
