import { write } from '../database/transaction.ts'
import { Problem } from '../http/problem.ts'
import type { Client, Services } from '../http/route.ts'
import { atAHashingPlace, isPasswordHere } from './password-hash.ts'
import { mayStillWork } from './session-rules.ts'
import { bucketsOf, countFailure, forgetFailures, refuseWhileLimited } from './sign-in-limit.ts'
import { findUserRow } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

/** One at a time for each account and address: tries sent all at once are counted like tries one after another. */
const lanes = new Map<string, Promise<unknown>>()

const inLane = <T>(lane: string, work: () => Promise<T>): Promise<T> => {
  const before = lanes.get(lane) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.then(
    () => undefined,
    () => undefined,
  )
  lanes.set(lane, settled)
  void settled.then(() => {
    if (lanes.get(lane) === settled) lanes.delete(lane)
  })
  return mine
}

/**
 * The person whose name and password these are. The same answer and the same time for a wrong password, an unknown
 * name and a closed account. Raises 401 wrong, 429 while limited, 503 where too many sign in at once.
 */
export const checkSignIn = (
  services: Services,
  given: { readonly username: string; readonly password: string },
  client: Client,
): Promise<UserRow> => {
  const username = given.username.normalize('NFC').trim()
  const buckets = bucketsOf(username, client.address)
  return inLane(buckets.pair, () =>
    atAHashingPlace(async () => {
      const { database } = services
      await refuseWhileLimited(database.reader, buckets, services.now())
      const user = await findUserRow(database.reader, username)
      const matches = await isPasswordHere(given.password, user !== undefined && mayStillWork(user, services.now()) ? user.password_hash : null)
      if (user === undefined || !matches) {
        await write(database, (trx) => countFailure(trx, buckets, services.now()))
        throw wrongPassword()
      }
      await write(database, (trx) => forgetFailures(trx, buckets))
      return user
    }),
  )
}

const wrongPassword = (): Problem =>
  new Problem({
    code: 'session.wrong_password',
    status: 401,
    title: '账号或密码不对',
    detail: '账号或密码不对。连错5次要等15分钟；可请局办公室重设密码。',
    retry: 'after_change',
  })
