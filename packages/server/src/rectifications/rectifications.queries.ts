import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type RectificationRow = Selectable<Tables['rectifications']>
export type NamedRectificationRow = RectificationRow & { readonly by_name: string | null; readonly unit_name: string | null }
export type StepRow = Selectable<Tables['rectification_steps']>
export type NamedStepRow = StepRow & { readonly by_name: string | null }

type Of = { readonly bureau: string; readonly round: string; readonly unit?: string }

/** Of one school, or of all schools of a round, in the order in which they were found. */
export const listRectificationRows = (db: Db, of: Of): Promise<NamedRectificationRow[]> => {
  const all = db
    .selectFrom('rectifications')
    .leftJoin('users', 'users.username', 'rectifications.opened_by')
    .leftJoin('units', 'units.code', 'rectifications.unit')
    .selectAll('rectifications')
    .select(['users.name as by_name', 'units.name as unit_name'])
    .where('rectifications.bureau', '=', of.bureau)
    .where('rectifications.round', '=', of.round)
  const some = of.unit === undefined ? all : all.where('rectifications.unit', '=', of.unit)
  return some.orderBy('rectifications.opened_at').orderBy('rectifications.id').execute()
}

export const listStepRows = (db: Db, of: Of): Promise<NamedStepRow[]> => {
  const all = db
    .selectFrom('rectification_steps')
    .leftJoin('users', 'users.username', 'rectification_steps.by_user')
    .selectAll('rectification_steps')
    .select('users.name as by_name')
    .where('rectification_steps.bureau', '=', of.bureau)
    .where('rectification_steps.round', '=', of.round)
  const some = of.unit === undefined ? all : all.where('rectification_steps.unit', '=', of.unit)
  return some.orderBy('rectification_steps.no').execute()
}

export const insertRectificationRow = async (trx: Db, row: RectificationRow): Promise<void> => {
  await trx.insertInto('rectifications').values(row).execute()
}

export const updateRectificationRow = async (
  trx: Db,
  key: AssessmentKey,
  id: string,
  changes: Partial<Pick<RectificationRow, 'item' | 'problem' | 'due_on' | 'state'>> & { readonly version: number },
): Promise<void> => {
  await trx
    .updateTable('rectifications')
    .set(changes)
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .execute()
}

export const insertStepRow = async (trx: Db, row: StepRow): Promise<void> => {
  await trx.insertInto('rectification_steps').values(row).execute()
}
