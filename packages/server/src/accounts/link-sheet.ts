import { writeSlips } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { created } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import { keepPrintedLink, slipExpiry } from './one-time-links.ts'
import { newToken } from './open-session.ts'
import type { LinkSheet } from './rosters.contract.ts'
import { linkNotTheirs, linksCrossed } from './rosters.problems.ts'
import { findUserRow } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

export type PreparedSheet = {
  readonly bureau: string
  readonly sheet: LinkSheet
  /** Kept only as their hashes. */
  readonly tokens: ReadonlyMap<string, string>
}

/** Makes the tokens and draws the slips, before the write lock is taken. Raises 422 for an account that is not theirs. */
export const prepareLinkSheet = async (
  db: Db,
  code: string,
  usernames: readonly string[],
  at: { readonly now: Date; readonly origin: string },
): Promise<PreparedSheet> => {
  const home = await findUnitRow(db, code)
  if (home === undefined) throw notFound()
  const tokens = new Map<string, string>()
  const items: LinkSheet['items'] = []
  for (const username of new Set(usernames)) {
    const user = await findUserRow(db, username)
    if (user === undefined || !isTheirs(user, home)) throw linkNotTheirs(username)
    const unit = await findUnitRow(db, user.unit)
    const token = newToken()
    tokens.set(username, token)
    items.push({
      unit: user.unit,
      unitName: unit?.name ?? user.unit,
      username,
      name: user.name,
      role: user.role,
      isNew: user.password_hash === null,
      url: `${at.origin}/links/${token}`,
    })
  }
  const ordered = items.toSorted((one, other) => (one.unit < other.unit ? -1 : one.unit > other.unit ? 1 : order(one.role) - order(other.role)))
  const expiresAt = slipExpiry(at.now)
  const slips = await writeSlips({ from: home.name, expiresAt, slips: ordered.map((item) => ({ ...item, post: posts[item.role] ?? '' })) })
  return { bureau: home.bureau, tokens, sheet: { expiresAt, items: ordered, slips: Buffer.from(slips).toString('base64') } }
}

const posts: Readonly<Record<string, string>> = { secretary: '书记', clerk: '党务干部', inspector: '检查人', bureau: '局办公室' }
const order = (role: string): number => Object.keys(posts).indexOf(role)

/** People of the unit or of the schools that bear its name as theirs; nobody who stands over bureaus. */
const isTheirs = (user: UserRow, home: UnitRow): boolean =>
  user.active === 1 &&
  user.role !== 'admin' &&
  user.role !== 'city' &&
  (user.unit === home.code || (home.kind !== 'school' && user.bureau === home.code))

/** The links as they were printed. Raises 409 where somebody of the sheet was closed or moved in between. */
export const keepLinks = async (trx: Db, prepared: PreparedSheet, now: Date): Promise<Reply<LinkSheet>> => {
  for (const item of prepared.sheet.items) {
    const user = await findUserRow(trx, item.username)
    const token = prepared.tokens.get(item.username)
    if (user === undefined || token === undefined || user.active !== 1 || user.unit !== item.unit) throw linksCrossed()
    await keepPrintedLink(trx, user, { token, expiresAt: slipExpiry(now) })
  }
  return created(prepared.sheet, { audit: { bureau: prepared.bureau } })
}
