import type { Db } from '../database/database.ts'
import type { AssessmentKey } from './assessment-row.queries.ts'
import type { RoundRow } from './rounds.queries.ts'

/** The last round before a year that asked the unit. */
export const findFormerRound = (db: Db, key: AssessmentKey, year: number): Promise<RoundRow | undefined> =>
  db
    .selectFrom('rounds')
    .selectAll('rounds')
    .where('rounds.bureau', '=', key.bureau)
    .where('rounds.year', '<', year)
    .where('rounds.id', 'in', (asked) =>
      asked.selectFrom('assessments').select('round').where('bureau', '=', key.bureau).where('unit', '=', key.unit),
    )
    .orderBy('rounds.year', 'desc')
    .orderBy('rounds.due_on', 'desc')
    .orderBy('rounds.id')
    .limit(1)
    .executeTakeFirst()
