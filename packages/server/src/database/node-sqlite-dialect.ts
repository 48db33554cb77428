import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'

const keptStatements = 400

type Values = readonly (string | number | bigint | Uint8Array | null)[]

const namesOf = (statement: StatementSync): readonly string[] => statement.columns().map(({ name }) => name)

const named = <R>(values: Values, columns: readonly string[]): R => {
  const row: Record<string, Values[number] | undefined> = {}
  for (let at = 0; at < columns.length; at += 1) row[columns[at] ?? ''] = values[at]
  return row as R
}

/** One connection of node:sqlite as a Kysely connection, its statements kept in a bounded map. */
const connectionTo = (sqlite: DatabaseSync): DatabaseConnection => {
  const kept = new Map<string, { readonly statement: StatementSync; readonly columns: readonly string[] }>()
  const prepare = (sql: string) => {
    const known = kept.get(sql)
    if (known !== undefined) return known
    const statement = sqlite.prepare(sql)
    const made = { statement, columns: namesOf(statement) }
    // Rows as bare values: named by the driver, each row's names would be looked up anew among all the words of the program.
    if (made.columns.length > 0) statement.setReturnArrays(true)
    if (kept.size >= keptStatements) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest)
        break
      }
    }
    kept.set(sql, made)
    return made
  }
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { statement, columns } = prepare(query.sql)
      const values = query.parameters as readonly SQLInputValue[]
      if (columns.length > 0) {
        const found = statement.all(...values) as unknown as readonly Values[]
        // A table that got a column meanwhile answers `*` with more than was there when the statement was prepared.
        const names = found[0] === undefined || found[0].length === columns.length ? columns : namesOf(statement)
        return { rows: found.map((row) => named<R>(row, names)) }
      }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      // A statement of its own: a kept one would be reset by the next question while this one still runs.
      const statement = sqlite.prepare(query.sql)
      for (const row of statement.iterate(...(query.parameters as readonly SQLInputValue[]))) yield { rows: [row as R] }
    },
  }
}

export type SqliteDialectOptions = {
  readonly open: () => DatabaseSync
  /** `immediate` takes the write lock at once; `deferred` only reads. */
  readonly begin: 'immediate' | 'deferred'
}

/** One connection. Kysely itself lets one holder at a time have it, for as long as a transaction lasts. */
const driverOf = (options: SqliteDialectOptions): Driver => {
  let sqlite: DatabaseSync | undefined
  let connection: DatabaseConnection | undefined
  const run = async (on: DatabaseConnection, sql: string): Promise<void> => {
    await on.executeQuery(CompiledQuery.raw(sql))
  }
  return {
    async init() {
      sqlite = options.open()
      connection = connectionTo(sqlite)
    },
    async acquireConnection() {
      if (connection === undefined) throw new Error('the database is closed')
      return connection
    },
    async releaseConnection() {
      // Nothing to give back: the one connection stays open.
    },
    beginTransaction: (on) => run(on, `begin ${options.begin}`),
    commitTransaction: (on) => run(on, 'commit'),
    async rollbackTransaction(on) {
      // After some errors (disk full) SQLite has already rolled back by itself.
      if (sqlite?.isTransaction === true) await run(on, 'rollback')
    },
    async destroy() {
      sqlite?.close()
      sqlite = undefined
      connection = undefined
    },
  }
}

/** SQLite changes its tables inside a transaction like rows: a migration cut off leaves the old schema. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely over the SQLite that Node carries. */
export const nodeSqliteDialect = (options: SqliteDialectOptions): Dialect => ({
  createDriver: () => driverOf(options),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new TransactionalSqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
})
