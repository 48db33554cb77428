import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { clearAttempts, countAttempt, findAttempts } from './sign-in-attempts.queries.ts'

const minute = 60_000
export const windowMs = 15 * minute

/**
 * Wrong passwords slow the pair of account and address, so that a stranger who guesses at a school's account waits,
 * and the school does not. An address that tries many accounts waits as a whole; a school of eighty behind one
 * address stays far below it.
 */
const limits = { pair: 5, address: 60 } as const

export type Buckets = { readonly pair: string; readonly address: string }

/** Names of the counters: hashes, so that the store says nothing about who tried what. */
export const bucketsOf = (username: string, address: string): Buckets => ({
  pair: bucket(['pair', username.normalize('NFC').trim(), address]),
  address: bucket(['address', address]),
})

const bucket = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Raises 429 while one of the two counters is full. */
export const refuseWhileLimited = async (db: Db, buckets: Buckets, now: Date): Promise<void> => {
  const pair = await findAttempts(db, buckets.pair)
  const address = await findAttempts(db, buckets.address)
  const waits = [waitMs(pair, limits.pair, now), waitMs(address, limits.address, now)]
  const longest = Math.max(...waits)
  if (longest > 0) throw tooManyTries(longest)
}

const waitMs = (
  attempts: { readonly failures: number; readonly window_started_at: string } | undefined,
  limit: number,
  now: Date,
): number => {
  if (attempts === undefined || attempts.failures < limit) return 0
  return Math.max(0, Date.parse(attempts.window_started_at) + windowMs - now.getTime())
}

export const countFailure = async (trx: Db, buckets: Buckets, now: Date): Promise<void> => {
  const from = new Date(now.getTime() - windowMs)
  await countAttempt(trx, buckets.pair, now, from)
  await countAttempt(trx, buckets.address, now, from)
}

export const forgetFailures = (trx: Db, buckets: Buckets): Promise<void> => clearAttempts(trx, buckets.pair)

const tooManyTries = (remainingMs: number): Problem =>
  new Problem({
    code: 'session.too_many_tries',
    status: 429,
    title: '试的次数多了',
    detail: `账号或密码连错多次，请过${Math.ceil(remainingMs / minute)}分钟再试；可请局办公室重设密码。`,
    retryAfterSeconds: Math.ceil(remainingMs / 1000),
  })
