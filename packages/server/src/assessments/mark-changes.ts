import { pointsFromThousandths, toDecimal } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { listNamesOf } from '../ledger/entry-versions.queries.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { factValue } from './assessments.contract.ts'
import type { MarkChanges } from './checks.contract.ts'
import { listMarkChanges } from './mark-changes.queries.ts'
import type { MarkChangeRow } from './mark-changes.queries.ts'
import { criterionOfKey } from './note-changes.ts'

/** A school changes some hundred answers and marks a year; more than this nobody reads at once. */
const most = 500

/** How marks came to be, newest first: of one item, or everything since an instant. */
export const markChangesAnswer = async (
  db: Db,
  { key, form }: Beneath,
  about: { readonly item?: number | undefined; readonly since?: string | undefined },
): Promise<MarkChanges> => {
  const ofItem = new Set(form.criteria.filter(({ item }) => item === about.item).map(({ id }) => id))
  const rows = (await listMarkChanges(db, key, { since: about.since, limit: most })).filter(
    (row) => about.item === undefined || ofItem.has(criterionOfKey(row.key)),
  )
  const names = await listNamesOf(db, rows.map((row) => row.changed_by))
  return { items: rows.map((row) => changeOf(row, names.get(row.changed_by) ?? row.changed_by)) }
}

const changeOf = (row: MarkChangeRow, byName: string): MarkChanges['items'][number] => {
  const who = { by: row.changed_by, byName, at: row.changed_at, criterion: criterionOfKey(row.key), ...(row.given_by === null ? {} : { givenBy: row.given_by }) }
  const value: unknown = row.value === null ? null : JSON.parse(row.value)
  if (row.kind === 'mark') {
    const score = typeof value === 'number' ? toDecimal(pointsFromThousandths(value)) : null
    return { kind: 'mark', ...who, score, reason: row.reason }
  }
  return { kind: 'answer', ...who, key: row.key, value: factValue.nullable().parse(value) }
}
