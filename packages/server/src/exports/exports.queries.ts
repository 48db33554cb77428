import type { Db } from '../database/database.ts'

export const hasUnfinishedImport = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('jobs').select('id').where('kind', '=', 'import').where('status', 'in', ['queued', 'running']).limit(1).executeTakeFirst()) !== undefined

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
