import type { Db } from '../database/database.ts'
import { below } from '../organizations/units.queries.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import type { ProgressRow } from './reports.queries.ts'

export type OverviewRow = Omit<ProgressRow, 'name' | 'updated_at'> & { readonly round: string; readonly updated_at: string | null }

/** Every round of a unit and of everything under it, by year and name. */
export const listRoundsUnder = (db: Db, unit: string): Promise<RoundRow[]> =>
  db
    .selectFrom('rounds')
    .selectAll()
    .where((is) => is.or([is('bureau', '=', unit), is('bureau', 'in', below(db, unit))]))
    .orderBy('bureau')
    .orderBy('id')
    .execute()

/** The unit and every office under it, however deep, by code. */
export const listOfficesUnder = (db: Db, unit: string): Promise<{ code: string; name: string; kind: string; parent: string | null }[]> =>
  db
    .selectFrom('units')
    .select(['code', 'name', 'kind', 'parent'])
    .where((is) => is.or([is('code', '=', unit), is.and([is('kind', '!=', 'school'), is('code', 'in', below(db, unit))])]))
    .orderBy('code')
    .execute()

/** Every assessment of these rounds with what its summary says. */
export const listOverviewRows = (db: Db, rounds: readonly RoundRow[]): Promise<OverviewRow[]> =>
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
      'assessments.round',
      'assessments.unit',
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
    .where('assessments.bureau', 'in', [...new Set(rounds.map(({ bureau }) => bureau))])
    .where('assessments.round', 'in', rounds.map(({ id }) => id))
    .execute()
