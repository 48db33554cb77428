import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type ProgressRow = {
  readonly unit: string
  readonly name: string
  readonly profile: string
  readonly stage: string
  readonly budget: number | null
  readonly version: number
  readonly updated_at: string | null
  /** The version that the summary tells of; null where nobody made one. */
  readonly told_version: number | null
  readonly answered: number | null
  readonly self_score: number | null
  readonly inspection_score: number | null
  readonly attention: string | null
  readonly items: string | null
  readonly inspected_items: string | null
}

/** Every assessment of a round with what its summary says, by unit code. */
export const listProgressRows = (db: Db, bureau: string, round: string): Promise<ProgressRow[]> =>
  db
    .selectFrom('assessments')
    .innerJoin('units', 'units.code', 'assessments.unit')
    .leftJoin('summaries', (joined) =>
      joined
        .onRef('summaries.bureau', '=', 'assessments.bureau')
        .onRef('summaries.round', '=', 'assessments.round')
        .onRef('summaries.unit', '=', 'assessments.unit'),
    )
    .select([
      'assessments.unit',
      'units.name',
      'units.profile',
      'assessments.stage',
      'assessments.budget',
      'assessments.version',
      'assessments.updated_at',
      'summaries.version as told_version',
      'summaries.answered',
      'summaries.self_score',
      'summaries.inspection_score',
      'summaries.attention',
      'summaries.items',
      'summaries.inspected_items',
    ])
    .where('assessments.bureau', '=', bureau)
    .where('assessments.round', '=', round)
    .orderBy('assessments.unit')
    .execute()

export const listInspectorNames = (
  db: Db,
  bureau: string,
  round: string,
): Promise<{ unit: string; name: string }[]> =>
  db
    .selectFrom('round_inspectors')
    .innerJoin('users', 'users.username', 'round_inspectors.username')
    .select(['round_inspectors.unit', 'users.name'])
    .where('round_inspectors.bureau', '=', bureau)
    .where('round_inspectors.round', '=', round)
    .orderBy('round_inspectors.unit')
    .orderBy('users.username')
    .execute()

export type SummaryRow = Selectable<Tables['summaries']>

/** Several rows a statement: a city's first look keeps fifteen hundred. */
export const upsertSummaryRows = async (trx: Db, rows: readonly SummaryRow[]): Promise<void> => {
  const perStatement = 50
  for (let start = 0; start < rows.length; start += perStatement) {
    await trx
      .insertInto('summaries')
      .values(rows.slice(start, start + perStatement))
      .onConflict((same) =>
        same.columns(['bureau', 'round', 'unit']).doUpdateSet((row) => ({
          version: row.ref('excluded.version'),
          answered: row.ref('excluded.answered'),
          self_score: row.ref('excluded.self_score'),
          inspection_score: row.ref('excluded.inspection_score'),
          attention: row.ref('excluded.attention'),
          items: row.ref('excluded.items'),
          inspected_items: row.ref('excluded.inspected_items'),
        })),
      )
      .execute()
  }
}

export type AuditListRow = Selectable<Tables['audit']>

/** The chain backwards from a number, newest first; of one bureau, or whole. */
export const listAuditRowsBefore = (
  db: Db,
  of: { readonly bureau?: string; readonly before: number; readonly limit: number },
): Promise<AuditListRow[]> => {
  let query = db.selectFrom('audit').selectAll().where('seq', '<', of.before).orderBy('seq', 'desc').limit(of.limit)
  if (of.bureau !== undefined) query = query.where('bureau', '=', of.bureau)
  return query.execute()
}

/** The chain from a number on; of one bureau, or whole. */
export const listAuditRows = (
  db: Db,
  of: { readonly bureau?: string; readonly after: number; readonly limit: number },
): Promise<AuditListRow[]> => {
  let query = db.selectFrom('audit').selectAll().where('seq', '>', of.after).orderBy('seq').limit(of.limit)
  if (of.bureau !== undefined) query = query.where('bureau', '=', of.bureau)
  return query.execute()
}
