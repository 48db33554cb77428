import { rootUnit } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { putUnit } from '../organizations/put-unit.ts'
import type { z } from 'zod'
import type { setupBody } from './accounts.contract.ts'
import { tokenHash } from './authenticate.ts'
import { useUpLink } from './links.queries.ts'
import { getOpenLink, linkOver } from './one-time-links.ts'
import { hasAnyUser, insertUser } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

/** The first admin of an empty store. */
export const firstAdmin = (username: string, name: string, passwordHash: string): UserRow => ({
  bureau: rootUnit,
  username,
  name,
  role: 'admin',
  unit: rootUnit,
  active: 1,
  password_hash: passwordHash,
  last_sign_in_at: null,
  ends_on: null,
  version: 1,
})

/** The first person and the first bureau, by the one-time token that the start printed. Raises 404, 409. */
export const setUp = async (trx: Db, body: z.output<typeof setupBody>, passwordHash: string, now: Date): Promise<UserRow> => {
  if (await hasAnyUser(trx)) throw alreadySetUp()
  const link = await getOpenLink(trx, body.token, now)
  if (link.purpose !== 'setup') throw linkOver()
  if (!(await useUpLink(trx, tokenHash(body.token), now))) throw linkOver()
  await putUnit(trx, body.bureau.code, { name: body.bureau.name, kind: 'bureau' }, undefined)
  const admin = firstAdmin(body.username, body.name, passwordHash)
  await insertUser(trx, admin)
  return admin
}

export const alreadySetUp = (): Problem =>
  new Problem({
    code: 'setup.done',
    status: 409,
    title: '已经设置过',
    detail: '这里已经设置过了，数据没有变动。请直接登录。',
  })
