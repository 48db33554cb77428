import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { translateEmbedded } from './embedded-faults.ts'
import { nodeSqliteDialect } from './node-sqlite-dialect.ts'
import type { Tables } from './tables.ts'

/** How long a statement waits for a lock of another program (a backup, a check) before it says busy. */
const busyTimeoutMs = 5_000

const open = (file: string, readOnly: boolean): DatabaseSync => {
  const sqlite = new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true, timeout: busyTimeoutMs })
  sqlite.exec(`
    pragma ${readOnly ? 'query_only = 1' : 'journal_mode = wal'};
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma trusted_schema = off;
    pragma cache_size = -16000;
  `)
  return sqlite
}

/** The embedded engine: SQLite in WAL with a flush at each commit, one writer, one shared reader. */
export const openEmbedded = (file: string): Database => {
  const connection = (readOnly: boolean) =>
    new Kysely<Tables>({
      dialect: nodeSqliteDialect({ open: () => open(file, readOnly), begin: readOnly ? 'deferred' : 'immediate' }),
    })
  const writer = connection(false)
  // The file and its WAL exist only after the writer's first statement: the readers open lazily, at their first one.
  const reader = connection(true)
  const consistent = [0, 1, 2].map(() => connection(true))
  let turn = 0
  return {
    engine: 'embedded',
    reader,
    readConsistently: (work) => {
      turn = (turn + 1) % consistent.length
      return (consistent[turn] ?? reader).transaction().execute(work)
    },
    transact: (work) => writer.transaction().execute(work),
    translate: translateEmbedded,
    stopped: false,
    close: async () => {
      for (const one of [...consistent, reader, writer]) await one.destroy()
    },
  }
}
