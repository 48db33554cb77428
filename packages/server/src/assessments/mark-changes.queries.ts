import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type MarkChangeRow = Selectable<Tables['mark_changes']>
export type SectionCheckRow = Selectable<Tables['section_checks']>

/** The newest first; `since` leaves out what is not later than that instant. */
export const listMarkChanges = (db: Db, key: AssessmentKey, about: { readonly since: string | undefined; readonly limit: number }): Promise<MarkChangeRow[]> =>
  db
    .selectFrom('mark_changes')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .$if(about.since !== undefined, (query) => query.where('changed_at', '>', about.since ?? ''))
    .orderBy('version', 'desc')
    .orderBy('kind')
    .orderBy('key')
    .limit(about.limit)
    .execute()

export const insertMarkChanges = async (trx: Db, rows: readonly MarkChangeRow[]): Promise<void> => {
  if (rows.length > 0) await trx.insertInto('mark_changes').values([...rows]).execute()
}

export const listSectionChecks = (db: Db, key: AssessmentKey): Promise<SectionCheckRow[]> =>
  db
    .selectFrom('section_checks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('section')
    .execute()

export const upsertSectionCheck = async (trx: Db, row: SectionCheckRow): Promise<void> => {
  const { checked_by, checked_at, undone_by, undone_at, undone_through } = row
  await trx
    .insertInto('section_checks')
    .values(row)
    .onConflict((same) =>
      same.columns(['bureau', 'round', 'unit', 'section']).doUpdateSet({ checked_by, checked_at, undone_by, undone_at, undone_through }),
    )
    .execute()
}

export const deleteSectionCheck = async (trx: Db, key: AssessmentKey, section: number): Promise<void> => {
  await trx
    .deleteFrom('section_checks')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('section', '=', section)
    .execute()
}
