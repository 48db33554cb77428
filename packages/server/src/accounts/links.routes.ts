import { z } from 'zod'
import { nothing, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { linkInfo, linkUse } from './accounts.contract.ts'
import { tokenHash } from './authenticate.ts'
import { useUpLink } from './links.queries.ts'
import { getOpenLink, linkOver, linkUsed } from './one-time-links.ts'
import { hashPassword } from './password-hash.ts'
import { checkPassword } from './password-rules.ts'
import { mayStillWork } from './session-rules.ts'
import { deleteSessionsOf } from './sessions.queries.ts'
import { findUserRow, setPasswordHash } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'
import type { Db } from '../database/database.ts'

const params = z.strictObject({ token: z.string().min(20).max(200) })

const getPersonOf = async (db: Db, token: string, now: Date): Promise<UserRow> => {
  const link = await getOpenLink(db, token, now)
  const user = await findUserRow(db, link.username)
  if (user === undefined || !mayStillWork(user, now)) throw linkOver()
  return user
}

export const linkRoutes = [
  route({
    method: 'GET',
    path: '/links/:token',
    summary: 'For whom a one-time link is',
    permission: 'public',
    params,
    answer: linkInfo,
    handle: async ({ db, params, now }) => {
      const user = await getPersonOf(db, params.token, now)
      const unit = await findUnitRow(db, user.unit)
      return ok({
        username: user.username,
        name: user.name,
        unitName: unit?.name ?? '系统管理',
        purpose: user.password_hash === null ? ('new' as const) : ('reset' as const),
      })
    },
  }),
  route({
    method: 'POST',
    path: '/links/:token',
    summary: 'Set the password; the link is used up and older sessions end',
    permission: 'public',
    params,
    body: linkUse,
    action: 'link.use',
    prepare: async ({ db, params, body, now }) => {
      const user = await getPersonOf(db, params.token, now)
      checkPassword(body.password, user)
      return hashPassword(body.password)
    },
    handle: async ({ db, params, prepared, now }) => {
      const user = await getPersonOf(db, params.token, now)
      if (!(await useUpLink(db, tokenHash(params.token), now))) throw linkUsed()
      await setPasswordHash(db, user.username, prepared)
      await deleteSessionsOf(db, user.username)
      // The token itself is a secret: the trail names the person instead.
      return nothing({
        audit: { actor: user.username, bureau: user.bureau, target: `/users/${encodeURIComponent(user.username)}/link` },
      })
    },
  }),
]
