import { mergeInspection, pointsFromThousandths, scoreOfItem, toDecimal } from '@zicha/core'
import type { Form, Inspection } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { listMarkRows, listSettledRows } from './inspection-column.queries.ts'
import type { NamedMarkRow, SettledRow } from './inspection-column.queries.ts'

/** The second column: each item's marks, what was settled, and the score that stands. */
export type InspectionColumn = {
  readonly items: readonly InspectedItem[]
  /** The scores that stand, added; null while none stands. */
  readonly total: number | null
  readonly complete: boolean
}

export type InspectedItem = {
  readonly no: number
  readonly max: number
  readonly scores: readonly {
    readonly inspector: string
    readonly name: string
    readonly score: number
    readonly reason: string | null
    readonly remark: string | null
    readonly version: number
  }[]
  readonly settled: { readonly score: number; readonly reason: string; readonly by: string; readonly version: number } | null
  readonly score: number | null
  readonly isDisputed: boolean
}

export const loadInspection = async (db: Db, beneath: Beneath): Promise<InspectionColumn> =>
  inspectionColumn(beneath.form, await listMarkRows(db, beneath.key), await listSettledRows(db, beneath.key))

const mergeRows = (
  form: Form,
  marks: readonly Pick<NamedMarkRow, 'inspector' | 'item' | 'score'>[],
  settled: readonly Pick<SettledRow, 'item' | 'score'>[],
): Inspection =>
  mergeInspection(
    form,
    marks.map((row) => ({ inspector: row.inspector, item: row.item, score: pointsFromThousandths(row.score) })),
    settled.map((row) => ({ item: row.item, score: pointsFromThousandths(row.score) })),
  )

const inspectionColumn = (
  form: Form,
  marks: readonly NamedMarkRow[],
  settledRows: readonly SettledRow[],
): InspectionColumn => {
  const merged = mergeRows(form, marks, settledRows)
  const items = merged.items.map((item): InspectedItem => {
    const settled = settledRows.find((row) => row.item === item.no)
    const score = scoreOfItem(item)
    return {
      no: item.no,
      max: toDecimal(item.max),
      scores: marks
        .filter((row) => row.item === item.no)
        .map((row) => ({
          inspector: row.inspector,
          name: row.name ?? row.inspector,
          score: decimal(row.score),
          reason: row.reason,
          remark: row.remark,
          version: row.version,
        })),
      settled:
        settled === undefined
          ? null
          : { score: decimal(settled.score), reason: settled.reason, by: settled.set_by, version: settled.version },
      score: score === undefined ? null : toDecimal(score),
      isDisputed: item.kind === 'differing',
    }
  })
  const isOpen = items.every((item) => item.score === null)
  return { items, total: isOpen ? null : toDecimal(merged.total), complete: merged.complete }
}

const decimal = (thousandths: number): number => toDecimal(pointsFromThousandths(thousandths))
