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
      return await database.transact(work)
    } catch (raw) {
      const error = database.translate(raw)
      if (error instanceof DatabaseFault && error.kind === 'broken') database.stopped = true
      if (!(error instanceof DatabaseFault && error.kind === 'busy' && attempt < attempts)) throw error
    }
  }
}

/** Several questions that see one state of the store. Raises DatabaseFault. */
export const readConsistently = async <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> => {
  try {
    return await database.readConsistently(work)
  } catch (raw) {
    throw database.translate(raw)
  }
}
