import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type EntryRow = Selectable<Tables['entries']>

const entryByName = prepareQuery<AssessmentKey & { readonly id: string }>()((db, value) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .where('id', '=', value('id')),
)

/** An entry by its name, deleted ones too: a name is never used twice. */
export const findEntryRow = async (db: Db, key: AssessmentKey, id: string): Promise<EntryRow | undefined> =>
  (await entryByName(db, { ...key, id }))[0]

export type EntryCursor = { readonly happenedOn: string; readonly id: string }

const firstEntries = prepareQuery<AssessmentKey & { readonly limit: number }>()((db, value) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .limit(value('limit')),
)

/** Living entries by day and name; `after` is the last one already seen. */
export const listEntryRows = (
  db: Db,
  key: AssessmentKey,
  page: { readonly limit: number; readonly after?: EntryCursor | undefined },
): Promise<EntryRow[]> => {
  const { after } = page
  if (after === undefined) return firstEntries(db, { ...key, limit: page.limit })
  return db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('deleted_at', 'is', null)
    .where((row) =>
      row.or([
        row('happened_on', '>', after.happenedOn),
        row.and([row('happened_on', '=', after.happenedOn), row('id', '>', after.id)]),
      ]),
    )
    .orderBy('happened_on')
    .orderBy('id')
    .limit(page.limit)
    .execute()
}

/** All living entries of one assessment, for its facts. */
export const listAllEntryRows = prepareQuery<AssessmentKey>()((db, value) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', '=', value('round'))
    .where('unit', '=', value('unit'))
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id'),
)

const entriesOfKind = prepareQuery<{ readonly bureau: string; readonly unit: string; readonly named: string; readonly from: number; readonly before: number }>()((db, value) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('bureau', '=', value('bureau'))
    .where('round', 'in', (rounds) =>
      rounds
        .selectFrom('rounds')
        .select('id')
        .where('bureau', '=', value('bureau'))
        .where('year', '>=', value('from'))
        .where('year', '<', value('before')),
    )
    .where('unit', '=', value('unit'))
    .where('counts_as', 'like', value('named'))
    .where('deleted_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id'),
)

/** Living entries of a unit, in its rounds of a stretch of years, that count as a kind. Every entry is of its round's year. */
export const listEntryRowsOfKind = (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  kind: string,
  years: { readonly from: number; readonly before: number },
): Promise<EntryRow[]> => entriesOfKind(db, { bureau: of.bureau, unit: of.unit, named: `%${JSON.stringify(kind)}%`, ...years })

const insertEntry = prepareQuery<EntryRow>()((db, value) =>
  db.insertInto('entries').values({
    bureau: value('bureau'),
    round: value('round'),
    unit: value('unit'),
    id: value('id'),
    counts_as: value('counts_as'),
    title: value('title'),
    happened_on: value('happened_on'),
    note: value('note'),
    people: value('people'),
    evidence: value('evidence'),
    captured_at: value('captured_at'),
    recorded_at: value('recorded_at'),
    recorded_by: value('recorded_by'),
    deleted_at: value('deleted_at'),
    version: value('version'),
  }),
)

export const insertEntryRow = async (trx: Db, row: EntryRow): Promise<void> => {
  await insertEntry(trx, row)
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
  changes: Partial<EntryColumns> & { readonly version: number; readonly deleted_at?: string | null },
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
