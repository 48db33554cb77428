import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type MarkRow = Selectable<Tables['inspection_marks']>
export type SettledRow = Selectable<Tables['settled_marks']>
export type AmendedRow = Selectable<Tables['amended_marks']>

export type NamedMarkRow = MarkRow & { readonly name: string | null }

/** What each inspector marked, with their names. Written by the room of inspections. */
export const listMarkRows = (db: Db, key: AssessmentKey): Promise<NamedMarkRow[]> =>
  db
    .selectFrom('inspection_marks')
    .leftJoin('users', 'users.username', 'inspection_marks.inspector')
    .selectAll('inspection_marks')
    .select('users.name')
    .where('inspection_marks.bureau', '=', key.bureau)
    .where('inspection_marks.round', '=', key.round)
    .where('inspection_marks.unit', '=', key.unit)
    .orderBy('inspection_marks.item')
    .orderBy('inspection_marks.inspector')
    .execute()

export const listSettledRows = (db: Db, key: AssessmentKey): Promise<SettledRow[]> =>
  db
    .selectFrom('settled_marks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('item')
    .execute()

/** Marks that the decision of an objection changed. Written by the room of objections. */
export const listAmendedRows = (db: Db, key: AssessmentKey): Promise<AmendedRow[]> =>
  db
    .selectFrom('amended_marks')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('item')
    .execute()
