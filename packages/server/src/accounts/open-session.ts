import { randomBytes } from 'node:crypto'
import type { Db } from '../database/database.ts'
import type { Client } from '../http/route.ts'
import type { Role, session } from './accounts.contract.ts'
import type { z } from 'zod'
import { tokenHash } from './authenticate.ts'
import { deleteAttemptsBefore } from './sign-in-attempts.queries.ts'
import { windowMs } from './sign-in-limit.ts'
import { absoluteEnd, cookieName } from './session-rules.ts'
import type { SessionKind } from './session-rules.ts'
import { deleteEndedSessions, deleteSession, insertSession } from './sessions.queries.ts'
import { markSignIn } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

export type OpenedSession = {
  readonly body: z.output<typeof session>
  readonly headers: Readonly<Record<string, string>>
}

/** 256 random bits: a name that cannot be guessed. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A new session with a new token; a session that the caller still had ends with it. */
export const openSession = async (
  trx: Db,
  user: UserRow,
  kind: SessionKind,
  client: Client,
  now: Date,
): Promise<OpenedSession> => {
  const token = newToken()
  const end = absoluteEnd(kind, now)
  await deleteEndedSessions(trx, now)
  await deleteAttemptsBefore(trx, new Date(now.getTime() - windowMs))
  if (client.sessionHash !== null && kind === 'cookie') await deleteSession(trx, client.sessionHash)
  await insertSession(trx, { bureau: user.bureau, hash: tokenHash(token), username: user.username, kind, now, end })
  await markSignIn(trx, user.username, now)
  const body = {
    user: { username: user.username, name: user.name, role: user.role as Role, unit: user.unit },
    expiresAt: end.toISOString(),
  }
  return kind === 'token'
    ? { body: { ...body, token }, headers: {} }
    : { body, headers: { 'set-cookie': cookieText(token, client.secure, end) } }
}

/** Lax: links that come by WeChat open the page signed in; a write needs our own page (authenticate.ts). */
const cookieText = (token: string, secure: boolean, end: Date): string =>
  `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${end.toUTCString()}${secure ? '; Secure' : ''}`

export const forgetCookie = (secure: boolean): string =>
  `${cookieName(secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`
