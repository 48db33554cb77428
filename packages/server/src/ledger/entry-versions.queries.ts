import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'
import type { EntryRow } from './entries.queries.ts'

export type EntryVersionRow = Selectable<Tables['entry_versions']>

/** What an entry said before each of its changes, oldest first. */
export const listEntryVersions = (db: Db, key: AssessmentKey, id: string): Promise<EntryVersionRow[]> =>
  db
    .selectFrom('entry_versions')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .orderBy('version')
    .execute()

export type DeletedEntryRow = EntryRow & { readonly deleted_by: string }

/** Entries taken out since an instant, newest first, with who took them out: the change that made the last version. */
export const listDeletedEntryRows = async (db: Db, key: AssessmentKey, since: string): Promise<DeletedEntryRow[]> => {
  const rows = await db
    .selectFrom('entries')
    .leftJoin('entry_versions', (join) =>
      join
        .onRef('entry_versions.bureau', '=', 'entries.bureau')
        .onRef('entry_versions.round', '=', 'entries.round')
        .onRef('entry_versions.unit', '=', 'entries.unit')
        .onRef('entry_versions.id', '=', 'entries.id')
        .on((row) => row('entry_versions.version', '=', row('entries.version', '-', 1))),
    )
    .selectAll('entries')
    .select('entry_versions.changed_by')
    .where('entries.bureau', '=', key.bureau)
    .where('entries.round', '=', key.round)
    .where('entries.unit', '=', key.unit)
    .where('entries.deleted_at', '>=', since)
    .orderBy('entries.deleted_at', 'desc')
    .orderBy('entries.id')
    .execute()
  return rows.map(({ changed_by, ...row }) => ({ ...row, deleted_by: changed_by ?? row.recorded_by }))
}

/** Names of those who still have an account. */
export const listNamesOf = async (db: Db, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (usernames.length === 0) return new Map()
  const rows = await db.selectFrom('users').select(['username', 'name']).where('username', 'in', usernames).execute()
  return new Map(rows.map((row) => [row.username, row.name]))
}
