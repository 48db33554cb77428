import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type SuggestionRow = Selectable<Tables['suggestions']>
export type NamedSuggestionRow = SuggestionRow & { readonly by_name: string | null; readonly unit_name: string | null }

const named = (db: Db) =>
  db
    .selectFrom('suggestions')
    .leftJoin('users', 'users.username', 'suggestions.written_by')
    .leftJoin('units', 'units.code', 'suggestions.unit')
    .selectAll('suggestions')
    .select(['users.name as by_name', 'units.name as unit_name'])

export const findSuggestion = (db: Db, id: string): Promise<NamedSuggestionRow | undefined> =>
  named(db).where('suggestions.id', '=', id).executeTakeFirst()

export const insertSuggestion = async (trx: Db, row: SuggestionRow): Promise<void> => {
  await trx.insertInto('suggestions').values(row).execute()
}

export const updateSuggestion = async (
  trx: Db,
  id: string,
  changes: Pick<SuggestionRow, 'answer' | 'answered_by' | 'answered_at' | 'version'>,
): Promise<void> => {
  await trx.updateTable('suggestions').set(changes).where('id', '=', id).execute()
}

export type SuggestionCursor = { readonly at: string; readonly id: string }

/** Newest first: a bureau's inbox, or what one person wrote. */
export const listSuggestionRows = (
  db: Db,
  of: { readonly bureau: string } | { readonly writer: string },
  page: { readonly limit: number; readonly after: SuggestionCursor | undefined },
): Promise<NamedSuggestionRow[]> => {
  let query = named(db).orderBy('suggestions.written_at', 'desc').orderBy('suggestions.id').limit(page.limit)
  query = 'bureau' in of ? query.where('suggestions.bureau', '=', of.bureau) : query.where('suggestions.written_by', '=', of.writer)
  const { after } = page
  if (after === undefined) return query.execute()
  return query
    .where((row) =>
      row.or([
        row('suggestions.written_at', '<', after.at),
        row.and([row('suggestions.written_at', '=', after.at), row('suggestions.id', '>', after.id)]),
      ]),
    )
    .execute()
}

export const countWrittenSince = async (db: Db, writer: string, since: string): Promise<number> => {
  const { count } = await db
    .selectFrom('suggestions')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('written_by', '=', writer)
    .where('written_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
