import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { RoundRow } from './rounds.queries.ts'

export type DrawRow = Selectable<Tables['draws']>
export type NamedDrawRow = DrawRow & { readonly by_name: string | null }

/** The draws of a round in the order in which they were made. */
export const listDrawRows = (db: Db, round: Pick<RoundRow, 'bureau' | 'id'>): Promise<NamedDrawRow[]> =>
  db
    .selectFrom('draws')
    .leftJoin('users', 'users.username', 'draws.made_by')
    .selectAll('draws')
    .select('users.name as by_name')
    .where('draws.bureau', '=', round.bureau)
    .where('draws.round', '=', round.id)
    .orderBy('draws.made_at')
    .orderBy('draws.id')
    .execute()

export const insertDraw = async (trx: Db, row: DrawRow): Promise<void> => {
  await trx.insertInto('draws').values(row).execute()
}
