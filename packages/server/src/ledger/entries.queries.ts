import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type EntryRow = Selectable<Tables['entries']>

/** An entry by its name, deleted ones too: a name is never used twice. */
export const findEntryRow = (db: Db, key: AssessmentKey, id: string): Promise<EntryRow | undefined> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .executeTakeFirst()

export type EntryCursor = { readonly happenedOn: string; readonly id: string }

/** Living entries by day and name; `after` is the last one already seen. */
export const listEntryRows = (
  db: Db,
  key: AssessmentKey,
  page: { readonly limit: number; readonly after?: EntryCursor | undefined },
): Promise<EntryRow[]> => {
  let query = db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .limit(page.limit)
  const { after } = page
  if (after !== undefined) {
    query = query.where((row) =>
      row.or([
        row('happened_on', '>', after.happenedOn),
        row.and([row('happened_on', '=', after.happenedOn), row('id', '>', after.id)]),
      ]),
    )
  }
  return query.execute()
}

/** All living entries of one assessment, for its facts. */
export const listAllEntryRows = (db: Db, key: AssessmentKey): Promise<EntryRow[]> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()

/** Living entries of a unit, in whichever round, that count as a kind and happened in a stretch of days. */
export const listEntryRowsOfKind = (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  kind: string,
  days: { readonly from: string; readonly before: string },
): Promise<EntryRow[]> =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', of.bureau)
    .where('unit', '=', of.unit)
    .where('happened_on', '>=', days.from)
    .where('happened_on', '<', days.before)
    .where('counts_as', 'like', `%${JSON.stringify(kind)}%`)
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()

export const insertEntryRow = async (trx: Db, row: EntryRow): Promise<void> => {
  await trx.insertInto('entries').values(row).execute()
}

/** What of an entry a person writes. */
export type EntryColumns = Pick<
  EntryRow,
  'counts_as' | 'title' | 'happened_on' | 'note' | 'people' | 'evidence' | 'captured_at'
>

export const updateEntryRow = async (
  trx: Db,
  key: AssessmentKey,
  id: string,
  changes: Partial<EntryColumns> & { readonly version: number; readonly deleted_at?: string },
): Promise<void> => {
  await trx
    .updateTable('entries')
    .set(changes)
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .execute()
}

/** Keeps what an entry said before a change, whole. */
export const insertEntryVersion = async (
  trx: Db,
  key: AssessmentKey,
  former: { readonly id: string; readonly version: number; readonly content: object },
  changed: { readonly at: string; readonly by: string },
): Promise<void> => {
  await trx
    .insertInto('entry_versions')
    .values({
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      id: former.id,
      version: former.version,
      content: JSON.stringify(former.content),
      changed_at: changed.at,
      changed_by: changed.by,
    })
    .execute()
}
