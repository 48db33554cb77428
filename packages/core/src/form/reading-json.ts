import type { RuleAsRead } from '../clause/reading.ts'
import type { Finding } from '../finding.ts'
import { sum, toDecimal, toPoints } from '../points.ts'
import { formFromTable, readRows, sectionsOf } from './form-from-table.ts'
import type { Table } from './table.ts'

/** The answer of `zicha read` and of POST /readings. */
export type ReadingJson = {
  readonly title: string
  readonly total: number
  readonly sections: readonly { readonly no: number; readonly name: string; readonly points: number; readonly items: readonly number[] }[]
  readonly items: readonly {
    readonly no: number
    readonly section: number
    readonly points: number
    readonly duty: string
    readonly clause: string
    readonly criteria: readonly { readonly id: string; readonly points: number; readonly parts: readonly RuleAsRead[] }[]
  }[]
  readonly findings: readonly { readonly level: Finding['level']; readonly where: string; readonly message: string }[]
}

/** What was read from a table, as JSON; `findings` are those of the file's reader, those of the clauses follow them. */
export const toReadingJson = (table: Table, findings: readonly Finding[]): ReadingJson => {
  const rows = readRows(table)
  return {
    title: table.title,
    total: table.total ?? toDecimal(sum(rows.map((row) => toPoints(row.points)))),
    sections: sectionsOf(table, rows),
    items: rows.map(({ row, points, criteria }) => ({
      no: row.no,
      section: row.section,
      points,
      duty: row.duty,
      clause: row.clause,
      criteria: criteria.map((one) => ({ id: one.id, points: one.points, parts: one.parts.map((part) => part.rule) })),
    })),
    findings: [...findings, ...formFromTable(table, [], rows).findings].map(({ level, where, message }) => ({ level, where, message })),
  }
}
