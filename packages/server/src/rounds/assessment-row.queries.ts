import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'

export type AssessmentRow = Selectable<Tables['assessments']>

/** Names one unit's assessment in one round: what every table beneath R is keyed by. */
export type AssessmentKey = { readonly bureau: string; readonly round: string; readonly unit: string }

const assessmentByKey = prepareQuery<AssessmentKey>()((db, value) =>
  db
    .selectFrom('assessments')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit')),
)

export const findAssessmentRow = async (db: Db, key: AssessmentKey): Promise<AssessmentRow | undefined> =>
  (await assessmentByKey(db, key))[0]

const raiseVersion = prepareQuery<AssessmentKey & { readonly at: string }>()((db, value) =>
  db
    .updateTable('assessments')
    .set((row) => ({ version: row('version', '+', 1), updated_at: value('at') }))
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .returningAll(),
)

/** Every write beneath R raises the assessment's version; a step to another stage comes with it. */
export const raiseAssessmentVersion = async (
  trx: Db,
  key: AssessmentKey,
  at: string,
  changes: { readonly stage?: string } = {},
): Promise<AssessmentRow> => {
  if (changes.stage !== undefined) {
    await trx
      .updateTable('assessments')
      .set({ stage: changes.stage })
      .where('bureau', '=', key.bureau)
      .where('round', '=', key.round)
      .where('unit', '=', key.unit)
      .execute()
  }
  const [raised] = await raiseVersion(trx, { ...key, at })
  if (raised === undefined) throw new Error(`round ${key.round} does not ask ${key.unit}`)
  return raised
}

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
