import { mergeInspection, pointsFromThousandths, scoreOfItem, toDecimal } from '@zicha/core'
import type { Form, Inspection } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { listAmendedRows, listMarkRows, listSettledRows } from './inspection-column.queries.ts'
import type { AmendedRow, NamedMarkRow, SettledRow } from './inspection-column.queries.ts'

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
  /** Where the decision of an objection changed the mark: what it was, and why it stands otherwise. */
  readonly amended?: { readonly former: number; readonly reason: string; readonly at: string }
  readonly score: number | null
  readonly isDisputed: boolean
}

export const loadInspection = async (db: Db, { form, key }: Beneath): Promise<InspectionColumn> =>
  inspectionColumn(form, await listMarkRows(db, key), await listSettledRows(db, key), await listAmendedRows(db, key))

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
  amendedRows: readonly AmendedRow[],
): InspectionColumn => {
  // A decided mark stands in the place of what was given and settled before.
  const standing = [...amendedRows, ...settledRows.filter((row) => !amendedRows.some((one) => one.item === row.item))]
  const merged = mergeRows(form, marks, standing)
  const items = merged.items.map((item): InspectedItem => {
    const settled = settledRows.find((row) => row.item === item.no)
    const amended = amendedRows.find((row) => row.item === item.no)
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
      ...(amended === undefined ? {} : { amended: { former: decimal(amended.former), reason: amended.reason, at: amended.at } }),
      score: score === undefined ? null : toDecimal(score),
      isDisputed: item.kind === 'differing',
    }
  })
  const isOpen = items.every((item) => item.score === null)
  return { items, total: isOpen ? null : toDecimal(merged.total), complete: merged.complete }
}

const decimal = (thousandths: number): number => toDecimal(pointsFromThousandths(thousandths))
