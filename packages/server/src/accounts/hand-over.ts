import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { Problem, forbidden, notFound, unprocessable } from '../http/problem.ts'
import { created } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Handover, HandoverBody } from './handover.contract.ts'
import { makeLink } from './one-time-links.ts'
import { userFromRow } from './read-user-row.ts'
import { mayStillWork } from './session-rules.ts'
import { findUserRow, insertUser, updateUser } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

/** The longest that two people hold one post: a term's overlap. */
const longestDays = 92
const dayMs = 86_400_000

/**
 * Gives a post to a successor by a one-time link; the former account works through its last day. Records belong to the
 * unit, so nothing moves and nothing is lost. Sent again, the successor gets a new link and the old one ends.
 */
export const handOver = async (
  trx: Db,
  by: Person,
  username: string,
  body: HandoverBody,
  at: { readonly now: Date; readonly origin: string },
): Promise<Reply<Handover>> => {
  const former = await findUserRow(trx, username)
  if (former === undefined) throw notFound()
  refuseUnfit(by, former, body, at.now)
  const successor = await successorOf(trx, former, body)
  const ended: UserRow = { ...former, ends_on: body.endsOn, version: former.version + 1 }
  await updateUser(trx, ended)
  const { token, expiresAt } = await makeLink(trx, successor, at.now)
  const answer = {
    former: { ...userFromRow(ended), endsOn: body.endsOn },
    successor: userFromRow(successor),
    url: `${at.origin}/links/${token}`,
    expiresAt,
  }
  return created(answer, { audit: { bureau: former.bureau } })
}

const refuseUnfit = (by: Person, former: UserRow, { endsOn, successor }: HandoverBody, now: Date): void => {
  if (former.role === 'admin' || (former.role === 'city' && by.role !== 'admin')) {
    throw forbidden('这个岗位由系统管理员来交接，当前账号不能操作。数据没有变动。')
  }
  if (!mayStillWork(former, now)) throw formerClosed()
  const daysLeft = (Date.parse(`${endsOn}T16:00:00.000Z`) - now.getTime()) / dayMs
  if (daysLeft <= 0 || daysLeft > longestDays + 1) throw unfitDay()
  if (successor.username === former.username) throw nameTaken()
}

/** Made anew, or the one whom a first try made and who has not begun yet. */
const successorOf = async (trx: Db, former: UserRow, { successor }: HandoverBody): Promise<UserRow> => {
  const present = await findUserRow(trx, successor.username)
  if (present === undefined) {
    const made: UserRow = {
      bureau: former.bureau,
      username: successor.username,
      name: successor.name,
      role: former.role,
      unit: former.unit,
      active: 1,
      password_hash: null,
      last_sign_in_at: null,
      ends_on: null,
      version: 1,
    }
    await insertUser(trx, made)
    return made
  }
  const isSame = present.unit === former.unit && present.role === former.role && present.name === successor.name
  if (!isSame || present.active !== 1 || present.password_hash !== null) throw nameTaken()
  return present
}

const formerClosed = (): Problem =>
  new Problem({
    code: 'handover.former_closed',
    status: 409,
    title: '原账号已经停用',
    detail: '原来的账号已经停用，不用再交接，记录都在。请直接给新的人开账号。',
  })

const nameTaken = (): Problem =>
  new Problem({
    code: 'handover.name_taken',
    status: 409,
    title: '账号名已有人用',
    detail: '接手人的账号名已有人用，交接没有做，原账号照常。请换一个账号名。',
  })

const unfitDay = (): Problem =>
  unprocessable('handover.day', '交接日期不合适', '原账号的最后一天要在今天到三个月之内，交接没有做。请改日期。', [
    { pointer: '#/endsOn', detail: '今天到三个月之内' },
  ])
