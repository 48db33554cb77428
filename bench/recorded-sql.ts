/** The recorded SQL of a request, run again: the same texts and values, with a new name and a new link of the audit chain. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import pg from 'pg'
import type { Statement } from './record-statements.ts'

export type Recorded = {
  readonly read: readonly Statement[]
  readonly write: readonly Statement[]
  /** The name of the entry that the recorded write made: each request puts its own in its place. */
  readonly id: string
}

export type Store = {
  /** Runs the statements of one request in order, on one connection; the rows of the last one that has any. */
  readonly run: (statements: readonly Statement[]) => unknown
  readonly close: () => Promise<void>
}

/** What a chain of audit rows would refuse twice: its number, and the link to the row before. */
let links = 1_000_000_000
const freshColumns = new Map<string, readonly (string | undefined)[]>()
const columnsOf = (sql: string): readonly (string | undefined)[] => {
  const known = freshColumns.get(sql)
  if (known !== undefined) return known
  const columns = /^insert into "audit" \(([^)]*)\)/i.exec(sql)?.[1]?.split(',').map((column) => column.trim().replaceAll('"', '')) ?? []
  freshColumns.set(sql, columns)
  return columns
}

export const withNewNames = (statements: readonly Statement[], former: string, id: string): readonly Statement[] => {
  links += 1
  return statements.map(({ sql, values }) => {
    const columns = columnsOf(sql)
    return {
      sql,
      values: values.map((value, index): SQLInputValue => {
        if (columns[index] === 'seq') return links
        if (columns[index] === 'prev') return String(links).padStart(64, '0')
        return typeof value === 'string' && value.includes(former) ? value.replaceAll(former, id) : value
      }),
    }
  })
}

export const openFile = (file: string): Store => {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000')
  const known = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const statement = known.get(sql) ?? database.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  return {
    run: (statements) => {
      let rows: unknown = []
      for (const { sql, values } of statements) {
        const found = prepared(sql).all(...values)
        if (found.length > 0) rows = found
      }
      return rows
    },
    close: () => {
      database.close()
      return Promise.resolve()
    },
  }
}

export const openUrl = (url: string): Store => {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const names = new Map<string, string>()
  const nameOf = (sql: string): string => {
    const name = names.get(sql) ?? `b${names.size}`
    names.set(sql, name)
    return name
  }
  return {
    run: async (statements) => {
      const client = await pool.connect()
      try {
        let rows: unknown = []
        for (const { sql, values } of statements) {
          const { rows: found } = await client.query<object>(values.length === 0 ? sql : { name: nameOf(sql), text: sql, values: [...values] })
          if (found.length > 0) rows = found
        }
        return rows
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}
