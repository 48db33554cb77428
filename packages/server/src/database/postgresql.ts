import { Kysely, PostgresDialect, sql } from 'kysely'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Database, Db } from './database.ts'
import { translatePostgresql } from './postgresql-faults.ts'
import type { Tables } from './tables.ts'

const poolSize = 10
/** More texts than this go unnamed: a list of changing length must not fill the server's memory. */
const namedStatements = 500
/** One number for this program's write lock; advisory locks are counted by database, so nobody else meets it. */
const writeLock = 7_120_401

const int8 = 20
const numeric = 1700

/** Counts and sums fit into a number here; the driver would hand them over as text. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: never) => unknown) =>
    oid === int8 || oid === numeric ? Number : (pg.types.getTypeParser(oid, format ?? 'text') as (value: never) => unknown),
}

/** Each text gets a number as its name, so that the server plans it once a connection. */
const nameStatements = (pool: pg.Pool): PostgresPool => {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= namedStatements) return known
    const made = `z${names.size + 1}`
    names.set(text, made)
    return made
  }
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, values: readonly unknown[]) => {
      const name = /^(select|insert|update|delete|with)/i.test(text) ? nameOf(text) : undefined
      return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] })
    }
    // Kysely's type also allows a cursor, which only `stream()` sends; this store never streams from PostgreSQL.
    return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient
  }
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/**
 * PostgreSQL by its address. Several processes may share one store: writes take one advisory lock for the length of
 * their transaction, so both engines have one writer at a time, the audit chain has no gap, and nothing can cross.
 */
export const openPostgresql = (url: string, onLost: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'zicha',
    types: parsers,
  })
  pool.on('error', onLost)
  // The pool listens to resting connections only; one that is lost at work would otherwise end the process.
  pool.on('connect', (client) => client.on('error', onLost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: nameStatements(pool) }) })
  return {
    engine: 'postgresql',
    reader: db,
    readConsistently: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    transact: (work) =>
      db.transaction().setIsolationLevel('read committed').execute(async (trx: Db) => {
        await sql`select pg_advisory_xact_lock(${writeLock})`.execute(trx)
        return work(trx)
      }),
    translate: translatePostgresql,
    stopped: false,
    close: () => db.destroy(),
  }
}
