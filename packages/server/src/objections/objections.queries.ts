import type { Selectable } from 'kysely'
import type { AmendedRow } from '../assessments/inspection-column.queries.ts'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type ObjectionRow = Selectable<Tables['objections']>
export type NamedObjectionRow = ObjectionRow & { readonly by_name: string | null; readonly decided_name: string | null; readonly unit_name: string | null }

const named = (db: Db) =>
  db
    .selectFrom('objections')
    .leftJoin('users as raiser', 'raiser.username', 'objections.raised_by')
    .leftJoin('users as decider', 'decider.username', 'objections.decided_by')
    .leftJoin('units', 'units.code', 'objections.unit')
    .selectAll('objections')
    .select(['raiser.name as by_name', 'decider.name as decided_name', 'units.name as unit_name'])

/** Of one school, or of all schools of a round, in the order in which they came. */
export const listObjectionRows = (
  db: Db,
  of: { readonly bureau: string; readonly round: string; readonly unit?: string },
): Promise<NamedObjectionRow[]> => {
  const all = named(db).where('objections.bureau', '=', of.bureau).where('objections.round', '=', of.round)
  const some = of.unit === undefined ? all : all.where('objections.unit', '=', of.unit)
  return some.orderBy('objections.raised_at').orderBy('objections.id').execute()
}

export const findObjectionRow = (db: Db, key: AssessmentKey, id: string): Promise<NamedObjectionRow | undefined> =>
  named(db)
    .where('objections.bureau', '=', key.bureau)
    .where('objections.round', '=', key.round)
    .where('objections.unit', '=', key.unit)
    .where('objections.id', '=', id)
    .executeTakeFirst()

export const insertObjectionRow = async (trx: Db, row: ObjectionRow): Promise<void> => {
  await trx.insertInto('objections').values(row).execute()
}

export const decideObjectionRow = async (
  trx: Db,
  key: AssessmentKey,
  id: string,
  decision: Pick<ObjectionRow, 'outcome' | 'decided_score' | 'decision_reason' | 'decided_by' | 'decided_at' | 'decided_sheet' | 'version'>,
): Promise<void> => {
  await trx
    .updateTable('objections')
    .set(decision)
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .execute()
}

export const upsertAmendedRow = async (trx: Db, row: AmendedRow): Promise<void> => {
  const { score, former, reason, objection, at } = row
  await trx
    .insertInto('amended_marks')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'round', 'unit', 'item']).doUpdateSet({ score, former, reason, objection, at }))
    .execute()
}
