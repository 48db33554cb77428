import { rootUnit } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { tokenHash } from './authenticate.ts'
import { deleteOpenLinksOf, findLink, insertLink } from './links.queries.ts'
import type { LinkRow } from './links.queries.ts'
import { newToken } from './open-session.ts'
import type { UserRow } from './users.queries.ts'

const day = 24 * 3_600_000
/** Long enough for a link that waits in a chat over a weekend. */
const linkLivesMs = 7 * day

/** The name under which the set-up link is kept; there is no such person yet. */
export const setupName = 'setup'

export const makeLink = async (
  trx: Db,
  user: UserRow,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: string }> =>
  make(trx, {
    bureau: user.bureau,
    username: user.username,
    purpose: user.password_hash === null ? 'new' : 'reset',
    now,
  })

/** Paper takes longer than a chat: slips lie in a pigeonhole until the next meeting. */
const slipLivesMs = 30 * day

export const slipExpiry = (now: Date): string => new Date(now.getTime() + slipLivesMs).toISOString()

/** Keeps a link whose token was made, and printed, before the transaction opened; a former one ends. */
export const keepPrintedLink = async (trx: Db, user: UserRow, link: { readonly token: string; readonly expiresAt: string }): Promise<void> => {
  await deleteOpenLinksOf(trx, user.username)
  await insertLink(trx, {
    bureau: user.bureau,
    token_hash: tokenHash(link.token),
    username: user.username,
    purpose: user.password_hash === null ? 'new' : 'reset',
    expires_at: link.expiresAt,
    used_at: null,
  })
}

/** The token that the first start prints; each start of an empty store makes a new one and voids the last. */
export const makeSetupLink = async (trx: Db, now: Date): Promise<string> =>
  (await make(trx, { bureau: rootUnit, username: setupName, purpose: 'setup', now })).token

const make = async (
  trx: Db,
  link: { readonly bureau: string; readonly username: string; readonly purpose: string; readonly now: Date },
): Promise<{ readonly token: string; readonly expiresAt: string }> => {
  const token = newToken()
  const expiresAt = new Date(link.now.getTime() + linkLivesMs).toISOString()
  await deleteOpenLinksOf(trx, link.username)
  await insertLink(trx, {
    bureau: link.bureau,
    token_hash: tokenHash(token),
    username: link.username,
    purpose: link.purpose,
    expires_at: expiresAt,
    used_at: null,
  })
  return { token, expiresAt }
}

/**
 * Raises 404 where the link is unknown or over, one answer for both; and where it is used up, which only who has the whole
 * token is told: the owner, who taps the old message again, and nobody who tries tokens.
 */
export const getOpenLink = async (db: Db, token: string, now: Date): Promise<LinkRow> => {
  const link = await findLink(db, tokenHash(token))
  if (link === undefined) throw linkOver()
  if (link.used_at !== null) throw link.purpose === 'setup' ? linkOver() : linkUsed()
  if (link.expires_at <= now.toISOString()) throw linkOver()
  return link
}

export const linkUsed = (): Problem =>
  new Problem({
    code: 'link.used',
    status: 404,
    title: '密码设过了',
    detail: '密码设过了，用账号和密码登录。忘了密码，或不是自己设的，请局办公室再发一个链接。',
  })

export const linkOver = (): Problem =>
  new Problem({
    code: 'link.over',
    status: 404,
    title: '链接用过了',
    detail: '这个链接用过了或过期了，账号没有变动。请局办公室再发一个。',
  })
