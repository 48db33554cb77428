import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type OwnerRow = Selectable<Tables['item_owners']>

export const listOwnerRows = (db: Db, key: AssessmentKey): Promise<OwnerRow[]> =>
  db
    .selectFrom('item_owners')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('item')
    .execute()

export const upsertOwner = async (trx: Db, row: OwnerRow): Promise<void> => {
  const { owner, set_by, set_at } = row
  await trx
    .insertInto('item_owners')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'round', 'unit', 'item']).doUpdateSet({ owner, set_by, set_at }))
    .execute()
}

export const deleteOwner = async (trx: Db, key: AssessmentKey, item: number): Promise<void> => {
  await trx
    .deleteFrom('item_owners')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', item)
    .execute()
}
