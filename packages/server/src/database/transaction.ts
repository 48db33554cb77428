import type { Database, Db } from './database.ts'
import { DatabaseFault } from './fault.ts'

const attempts = 3

/**
 * The work in one transaction, committed and flushed before this returns, or not at all.
 * Where another transaction crossed it (deadlock, serialization failure) the work runs again, at most twice:
 * so it must do nothing outside the transaction. Raises DatabaseFault.
 */
export const write = async <T>(database: Database, work: (trx: Db) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    if (database.stopped) throw new DatabaseFault('broken')
    try {
      const waiting: (() => Promise<void>)[] = []
      const answer = await database.transact((trx) => {
        waiting.length = 0
        followers.set(trx, waiting)
        return work(trx)
      })
      for (const follow of waiting) await follow().catch(() => undefined)
      return answer
    } catch (raw) {
      const error = database.translate(raw)
      if (error instanceof DatabaseFault && error.kind === 'broken') database.stopped = true
      if (!(error instanceof DatabaseFault && error.kind === 'busy' && attempt < attempts)) throw error
    }
  }
}

const followers = new WeakMap<Db, (() => Promise<void>)[]>()

/**
 * Puts off what cannot be taken back (bytes removed from the disk) until the transaction was committed and flushed; where
 * it is rolled back, nothing of it happens. A process that dies between the two has done the first alone, so the work must
 * be one that somebody finds and does later, as the sweep of orphans does. Its faults change no answer.
 */
export const afterCommit = (trx: Db, work: () => Promise<void>): void => {
  const waiting = followers.get(trx)
  if (waiting === undefined) throw new Error('only a write of transaction.ts has something after its commit')
  waiting.push(work)
}

/** Several questions that see one state of the store. Raises DatabaseFault. */
export const readConsistently = async <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> => {
  try {
    return await database.readConsistently(work)
  } catch (raw) {
    throw database.translate(raw)
  }
}
