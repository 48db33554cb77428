import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type LinkRow = Selectable<Tables['links']>

/** The link of a token, used up or over as it may be. */
export const findLink = (db: Db, hash: string): Promise<LinkRow | undefined> =>
  db.selectFrom('links').selectAll().where('token_hash', '=', hash).executeTakeFirst()

export const insertLink = async (trx: Db, row: LinkRow): Promise<void> => {
  await trx.insertInto('links').values(row).execute()
}

/** True where this call used it up: of two at once only one does. */
export const useUpLink = async (trx: Db, hash: string, now: Date): Promise<boolean> => {
  const done = await trx
    .updateTable('links')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** A new link takes the place of the older ones. */
export const deleteOpenLinksOf = async (trx: Db, username: string): Promise<void> => {
  await trx.deleteFrom('links').where('username', '=', username).where('used_at', 'is', null).execute()
}
