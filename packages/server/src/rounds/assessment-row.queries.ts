import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type AssessmentRow = Selectable<Tables['assessments']>

/** Names one unit's assessment in one round: what every table beneath R is keyed by. */
export type AssessmentKey = { readonly bureau: string; readonly round: string; readonly unit: string }

export const findAssessmentRow = (db: Db, key: AssessmentKey): Promise<AssessmentRow | undefined> =>
  db
    .selectFrom('assessments')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .executeTakeFirst()

/** Every write beneath R raises the assessment's version; a step to another stage comes with it. */
export const raiseAssessmentVersion = (
  trx: Db,
  key: AssessmentKey,
  at: string,
  changes: { readonly stage?: string } = {},
): Promise<AssessmentRow> =>
  trx
    .updateTable('assessments')
    .set((row) => ({ ...changes, version: row('version', '+', 1), updated_at: at }))
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .returningAll()
    .executeTakeFirstOrThrow()

export const setFactsVersion = async (trx: Db, key: AssessmentKey, version: number): Promise<void> => {
  await trx
    .updateTable('assessments')
    .set({ facts_version: version })
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .execute()
}

/** Party-building money of the year, in whole fen. */
export const setBudget = async (trx: Db, key: AssessmentKey, fen: number | null): Promise<void> => {
  await trx
    .updateTable('assessments')
    .set({ budget: fen })
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .execute()
}

export const insertStageChange = async (
  trx: Db,
  key: AssessmentKey,
  change: {
    readonly at: string
    readonly by_user: string
    readonly from_stage: string
    readonly to_stage: string
    readonly reason: string | null
  },
): Promise<void> => {
  await trx.insertInto('stage_changes').values({ bureau: key.bureau, round: key.round, unit: key.unit, ...change }).execute()
}
