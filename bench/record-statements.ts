/**
 * Loaded into the server before its own code (`node --import`): writes every SQL statement with its values to a file, so
 * that the bare server beside it runs exactly the same SQL.
 */
import { appendFileSync } from 'node:fs'
import { DatabaseSync, StatementSync, type SQLInputValue } from 'node:sqlite'
import pg from 'pg'

export type Statement = { readonly sql: string; readonly values: readonly SQLInputValue[] }

const file = process.env['ZICHA_BENCH_STATEMENTS']

const record = (sql: string, values: readonly SQLInputValue[]): void => {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ sql, values } satisfies Statement)}\n`)
}

/** Puts itself before a method: tells what is about to run, then runs it. */
const watch = <T extends object, A extends unknown[]>(prototype: T, method: keyof T, tell: (self: T, given: A) => void): void => {
  const original = prototype[method] as (this: T, ...given: A) => unknown
  Object.defineProperty(prototype, method, {
    value: function watched(this: T, ...given: A) {
      tell(this, given)
      return original.apply(this, given)
    },
  })
}

for (const method of ['run', 'all', 'get', 'iterate'] as const) {
  watch(StatementSync.prototype, method, ({ sourceSQL }, values: SQLInputValue[]) => record(sourceSQL, values))
}
watch(DatabaseSync.prototype, 'exec', (_, [sql]: [string]) => record(sql, []))

type Asked = string | { readonly text?: string; readonly values?: readonly SQLInputValue[] }
watch(pg.Client.prototype, 'query', (_, [asked]: [Asked]) =>
  typeof asked === 'string' ? record(asked, []) : asked.text === undefined || record(asked.text, asked.values ?? []),
)
