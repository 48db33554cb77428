import type { MarkRow, SettledRow } from '../assessments/inspection-column.queries.ts'
import type { Db } from '../database/database.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export const findMarkRow = (
  db: Db,
  key: AssessmentKey,
  item: number,
  inspector: string,
): Promise<MarkRow | undefined> =>
  db
    .selectFrom('inspection_marks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', item)
    .where('inspector', '=', inspector)
    .executeTakeFirst()

export const insertMarkRow = async (trx: Db, row: MarkRow): Promise<void> => {
  await trx.insertInto('inspection_marks').values(row).execute()
}

export const updateMarkRow = async (trx: Db, row: MarkRow): Promise<void> => {
  const { bureau, round, unit, item, inspector, ...values } = row
  await trx
    .updateTable('inspection_marks')
    .set(values)
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .where('item', '=', item)
    .where('inspector', '=', inspector)
    .execute()
}

export const findSettledRow = (
  db: Db,
  key: AssessmentKey,
  item: number,
): Promise<SettledRow | undefined> =>
  db
    .selectFrom('settled_marks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', item)
    .executeTakeFirst()

export const insertSettledRow = async (trx: Db, row: SettledRow): Promise<void> => {
  await trx.insertInto('settled_marks').values(row).execute()
}

export const updateSettledRow = async (trx: Db, row: SettledRow): Promise<void> => {
  const { bureau, round, unit, item, ...values } = row
  await trx
    .updateTable('settled_marks')
    .set(values)
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .where('item', '=', item)
    .execute()
}
