import { createHash } from 'node:crypto'
import { countAttempt, findAttempts } from '../accounts/sign-in-attempts.queries.ts'
import { windowMs } from '../accounts/sign-in-limit.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { tooManyCalls } from './requests.problems.ts'

/** Calls by links from one address in a quarter of an hour: far above a school's day, far below what drawing photos costs. */
const mostCalls = 40

const bucketOf = (address: string): string =>
  createHash('sha256').update(JSON.stringify(['request-link', address])).digest('hex')

/** Counts a call that nobody signed in for; raises 429 where the address made too many. */
export const countLinkCall = async (services: Services, address: string): Promise<void> => {
  const bucket = bucketOf(address)
  const now = services.now()
  const found = await findAttempts(services.database.reader, bucket)
  if (found !== undefined && found.failures >= mostCalls) {
    const remaining = Date.parse(found.window_started_at) + windowMs - now.getTime()
    if (remaining > 0) throw tooManyCalls(remaining)
  }
  await write(services.database, (trx) => countAttempt(trx, bucket, now, new Date(now.getTime() - windowMs)))
}
