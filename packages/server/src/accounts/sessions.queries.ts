import type { Role } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { SessionKind } from './session-rules.ts'

export type FoundSession = {
  readonly kind: string
  readonly last_seen_at: string
  readonly expires_at: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly unit: string
  readonly bureau: string
  readonly active: number
  readonly ends_on: string | null
}

const sessionByHash = prepareQuery<{ hash: string }>()((db, value) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.username', 'sessions.username')
    .select([
      'sessions.kind',
      'sessions.last_seen_at',
      'sessions.expires_at',
      'users.username',
      'users.name',
      'users.role',
      'users.unit',
      'users.bureau',
      'users.active',
      'users.ends_on',
    ])
    .where('sessions.token_hash', '=', value('hash'))
    .where('users.active', '=', 1),
)

/** The session and its person, only while that person is active. */
export const findSession = async (db: Db, hash: string): Promise<FoundSession | undefined> => {
  const [row] = await sessionByHash(db, { hash })
  // The column's check constraint holds it to the roles.
  return row === undefined ? undefined : { ...row, role: row.role as Role }
}

export const touchSession = async (trx: Db, hash: string, now: Date): Promise<void> => {
  await trx.updateTable('sessions').set({ last_seen_at: now.toISOString() }).where('token_hash', '=', hash).execute()
}

export const insertSession = async (
  trx: Db,
  session: {
    readonly bureau: string
    readonly hash: string
    readonly username: string
    readonly kind: SessionKind
    readonly now: Date
    readonly end: Date
  },
): Promise<void> => {
  await trx
    .insertInto('sessions')
    .values({
      bureau: session.bureau,
      token_hash: session.hash,
      username: session.username,
      kind: session.kind,
      created_at: session.now.toISOString(),
      last_seen_at: session.now.toISOString(),
      expires_at: session.end.toISOString(),
    })
    .execute()
}

export const deleteSession = async (trx: Db, hash: string): Promise<void> => {
  await trx.deleteFrom('sessions').where('token_hash', '=', hash).execute()
}

/** All sessions of a person: after a new password, a new role or unit, or when the person is closed. */
export const deleteSessionsOf = async (trx: Db, username: string): Promise<void> => {
  await trx.deleteFrom('sessions').where('username', '=', username).execute()
}

export const deleteEndedSessions = async (trx: Db, now: Date): Promise<void> => {
  await trx.deleteFrom('sessions').where('expires_at', '<', now.toISOString()).execute()
}

export const findSessionEnd = async (db: Db, hash: string): Promise<string | undefined> =>
  (await db.selectFrom('sessions').select('expires_at').where('token_hash', '=', hash).executeTakeFirst())?.expires_at
