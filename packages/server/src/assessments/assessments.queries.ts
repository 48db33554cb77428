import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type FactRow = Selectable<Tables['facts']>
export type OverrideRow = Selectable<Tables['overrides']>
export type RemarkRow = Selectable<Tables['remarks']>
export type SnapshotRow = Selectable<Tables['snapshots']>
export type StageChangeRow = Selectable<Tables['stage_changes']> & { readonly by_name: string | null }

export const listFactRows = prepareQuery<AssessmentKey>()((db, value) =>
  db
    .selectFrom('facts')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .orderBy('key'),
)

export const upsertFactRow = async (trx: Db, row: FactRow): Promise<void> => {
  const { value, answered_by, answered_at } = row
  await trx
    .insertInto('facts')
    .values(row)
    .onConflict((same) =>
      same.columns(['bureau', 'round', 'unit', 'key']).doUpdateSet({ value, answered_by, answered_at }),
    )
    .execute()
}

export const deleteFactRow = async (trx: Db, key: AssessmentKey, fact: string): Promise<void> => {
  await trx
    .deleteFrom('facts')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('key', '=', fact)
    .execute()
}

export const listOverrideRows = prepareQuery<AssessmentKey>()((db, value) =>
  db
    .selectFrom('overrides')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .orderBy('criterion'),
)

export const upsertOverrideRow = async (trx: Db, row: OverrideRow): Promise<void> => {
  const { score, reason, set_by, set_at } = row
  await trx
    .insertInto('overrides')
    .values(row)
    .onConflict((same) =>
      same.columns(['bureau', 'round', 'unit', 'criterion']).doUpdateSet({ score, reason, set_by, set_at }),
    )
    .execute()
}

/** True where there was one to delete. */
export const deleteOverrideRow = async (
  trx: Db,
  key: AssessmentKey,
  criterion: string,
): Promise<boolean> => {
  const result = await trx
    .deleteFrom('overrides')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('criterion', '=', criterion)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export const listRemarkRows = (db: Db, key: AssessmentKey): Promise<RemarkRow[]> =>
  db
    .selectFrom('remarks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('item')
    .execute()

export const upsertRemarkRow = async (trx: Db, row: RemarkRow): Promise<void> => {
  await trx
    .insertInto('remarks')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'round', 'unit', 'item']).doUpdateSet({ text: row.text }))
    .execute()
}

export const deleteRemarkRow = async (trx: Db, key: AssessmentKey, item: number): Promise<void> => {
  await trx
    .deleteFrom('remarks')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', item)
    .execute()
}

export const listStageChanges = (db: Db, key: AssessmentKey): Promise<StageChangeRow[]> =>
  db
    .selectFrom('stage_changes')
    .leftJoin('users', 'users.username', 'stage_changes.by_user')
    .selectAll('stage_changes')
    .select('users.name as by_name')
    .where('stage_changes.bureau', '=', key.bureau)
    .where('stage_changes.round', '=', key.round)
    .where('stage_changes.unit', '=', key.unit)
    .orderBy('stage_changes.seq')
    .execute()

/** The newest sealed state, whichever stage sealed it. */
export const findLatestSnapshot = (db: Db, key: AssessmentKey): Promise<SnapshotRow | undefined> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Every sealed state, in the order in which they were sealed. */
export const listSnapshotRows = (db: Db, key: AssessmentKey): Promise<SnapshotRow[]> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('version')
    .execute()

export const insertSnapshot = async (trx: Db, row: SnapshotRow): Promise<void> => {
  await trx.insertInto('snapshots').values(row).execute()
}
