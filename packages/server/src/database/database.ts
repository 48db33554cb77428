import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A place to ask questions: the reader, or the transaction of a write. Query files take it as their first argument. */
export type Db = Kysely<Tables>

export type Engine = 'embedded' | 'postgresql'

/**
 * One store, whichever engine holds it. Reads go through `reader`; writes only through `write` of transaction.ts,
 * which is the one road that takes the write lock, so that a read-then-write in one transaction is never crossed.
 */
export type Database = {
  readonly engine: Engine
  /** Statements by themselves, each seeing what was committed before it. */
  readonly reader: Db
  /** Several statements that see one state of the store. */
  readonly readConsistently: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** One transaction at a time over all processes; returns after the commit was flushed. */
  readonly transact: <T>(work: (trx: Db) => Promise<T>) => Promise<T>
  /** Database errors of this engine in the words of fault.ts; anything else as it came. */
  readonly translate: (error: unknown) => unknown
  /** Set after an I/O error on commit: nothing is written any more until a restart. */
  stopped: boolean
  readonly close: () => Promise<void>
}
