import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { below } from '../organizations/units.queries.ts'

export type UserRow = Selectable<Tables['users']>

export const findUserRow = (db: Db, username: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('username', '=', username).executeTakeFirst()

export const insertUser = async (trx: Db, row: UserRow): Promise<void> => {
  await trx.insertInto('users').values(row).execute()
}

export const updateUser = async (trx: Db, row: UserRow): Promise<void> => {
  await trx.updateTable('users').set(row).where('username', '=', row.username).execute()
}

export const setPasswordHash = async (trx: Db, username: string, hash: string): Promise<void> => {
  await trx
    .updateTable('users')
    .set((row) => ({ password_hash: hash, version: row('version', '+', 1) }))
    .where('username', '=', username)
    .execute()
}

export const markSignIn = async (trx: Db, username: string, now: Date): Promise<void> => {
  await trx.updateTable('users').set({ last_sign_in_at: now.toISOString() }).where('username', '=', username).execute()
}

export const hasAnyUser = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('users').select('username').limit(1).executeTakeFirst()) !== undefined

export const countOtherAdmins = async (db: Db, username: string): Promise<number> => {
  const { count } = await db
    .selectFrom('users')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('role', '=', 'admin')
    .where('active', '=', 1)
    .where('username', '!=', username)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** People by name, after `after`: all of them, or those of one unit and of everything under it. Admins only for admins. */
export const listUsers = (
  db: Db,
  within: string | undefined,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<UserRow[]> => {
  let query = db.selectFrom('users').selectAll().orderBy('username').limit(page.limit + 1)
  if (page.after !== undefined) query = query.where('username', '>', page.after)
  if (within !== undefined) {
    query = query
      .where('role', '!=', 'admin')
      .where((is) => is.or([is('unit', '=', within), is('unit', 'in', below(db, within))]))
  }
  return query.execute()
}
