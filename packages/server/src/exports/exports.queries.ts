import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type BundleRow = Selectable<Tables['bundles']>

export const insertBundle = async (trx: Db, row: BundleRow): Promise<void> => {
  await trx.insertInto('bundles').values(row).execute()
}

export const findBundle = (db: Db, id: string): Promise<BundleRow | undefined> => db.selectFrom('bundles').selectAll().where('id', '=', id).executeTakeFirst()

/** The oldest that waits, or whose process has fallen silent since `silentSince`. */
export const findWaiting = (db: Db, silentSince: string): Promise<BundleRow | undefined> =>
  db
    .selectFrom('bundles')
    .selectAll()
    .where((row) => row.or([row('status', '=', 'queued'), row.and([row('status', '=', 'running'), row('beat_at', '<', silentSince)])]))
    .orderBy('asked_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

export const updateBundle = async (trx: Db, id: string, change: Partial<Omit<BundleRow, 'id' | 'bureau'>>): Promise<void> => {
  await trx.updateTable('bundles').set(change).where('id', '=', id).execute()
}

/** Finished before so long that their zip is cleared away. */
export const listFinishedBefore = (db: Db, instant: string): Promise<BundleRow[]> =>
  db.selectFrom('bundles').selectAll().where('finished_at', '<', instant).where('bundle_hash', 'is not', null).execute()

export const hasUnfinishedImport = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('bundles').select('id').where('kind', '=', 'import').where('status', 'in', ['queued', 'running']).limit(1).executeTakeFirst()) !== undefined

/** True while nobody has begun to work with the store: it has people, but no unit, no round. */
export const isEmptyStore = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('units').select('code').limit(1).executeTakeFirst()) === undefined && (await db.selectFrom('rounds').select('id').limit(1).executeTakeFirst()) === undefined

export type SheetToPrint = { readonly round: string; readonly unit: string; readonly name: string; readonly year: number }

/** The sheets whose filled table belongs to a bundle, by round and unit. */
export const listSheets = (db: Db, of: { readonly round?: string; readonly unit?: string }): Promise<SheetToPrint[]> => {
  let query = db
    .selectFrom('assessments')
    .innerJoin('rounds', 'rounds.id', 'assessments.round')
    .innerJoin('units', 'units.code', 'assessments.unit')
    .select(['assessments.round', 'assessments.unit', 'units.name', 'rounds.year'])
    .orderBy('assessments.round')
    .orderBy('assessments.unit')
  if (of.round !== undefined) query = query.where('assessments.round', '=', of.round)
  if (of.unit !== undefined) query = query.where('assessments.unit', '=', of.unit)
  return query.execute()
}
