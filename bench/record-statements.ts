/**
 * Loaded into the server before its own code (`node --import`): writes every SQL statement with its values to a file, so
 * that the bare server beside it runs exactly the same SQL.
 */
import { appendFileSync } from 'node:fs'
import { DatabaseSync, StatementSync, type SQLInputValue } from 'node:sqlite'

export type Statement = { readonly sql: string; readonly values: readonly SQLInputValue[] }

const file = process.env['ZICHA_BENCH_STATEMENTS']

const record = (sql: string, values: readonly SQLInputValue[]): void => {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ sql, values } satisfies Statement)}\n`)
}

const watch = (method: 'run' | 'all' | 'get' | 'iterate'): void => {
  const original = StatementSync.prototype[method] as (this: StatementSync, ...values: SQLInputValue[]) => unknown
  Object.defineProperty(StatementSync.prototype, method, {
    value: function watched(this: StatementSync, ...values: SQLInputValue[]) {
      record(this.sourceSQL, values)
      return original.apply(this, values)
    },
  })
}

for (const method of ['run', 'all', 'get', 'iterate'] as const) watch(method)

const exec = DatabaseSync.prototype.exec as (this: DatabaseSync, sql: string) => void
Object.defineProperty(DatabaseSync.prototype, 'exec', {
  value: function watched(this: DatabaseSync, sql: string) {
    record(sql, [])
    exec.call(this, sql)
  },
})
