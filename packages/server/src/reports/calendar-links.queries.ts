import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type CalendarLinkRow = Selectable<Tables['calendar_links']>

export const findCalendarLink = (db: Db, hash: string): Promise<CalendarLinkRow | undefined> =>
  db.selectFrom('calendar_links').selectAll().where('token_hash', '=', hash).executeTakeFirst()

/** A new address takes the place of the person's former one. */
export const upsertCalendarLink = async (trx: Db, row: CalendarLinkRow): Promise<void> => {
  const { token_hash, made_at } = row
  await trx
    .insertInto('calendar_links')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'round', 'unit', 'username']).doUpdateSet({ token_hash, made_at }))
    .execute()
}

/** True where there was one. */
export const deleteCalendarLink = async (trx: Db, key: AssessmentKey, username: string): Promise<boolean> => {
  const done = await trx
    .deleteFrom('calendar_links')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('username', '=', username)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
