import { sql } from 'kysely'
import type { ColumnDataType, CreateTableBuilder, Kysely, RawBuilder } from 'kysely'

/** What every migration makes its tables with. Released migrations lean on it: it may gain, never change what it makes. */
type Column = 'text' | 'text?' | 'int' | 'int?'
type Columns = Readonly<Record<string, Column>>

export const isEmbedded = (db: Kysely<unknown>): boolean => !db.getExecutor().adapter.supportsMultipleConnections

/** Text is compared byte by byte on both engines, so that lists come in one order. */
export const typeOf = (db: Kysely<unknown>, column: Column): ColumnDataType | RawBuilder<unknown> => {
  if (column.startsWith('text')) return isEmbedded(db) ? 'text' : sql`text collate "C"`
  return isEmbedded(db) ? 'integer' : 'bigint'
}

type Constrain = (made: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>

export const tablesOf =
  (db: Kysely<unknown>) =>
  async (name: string, columns: Columns, key: readonly string[], constrain: Constrain = (made) => made) => {
    let made: CreateTableBuilder<string, string> = db.schema.createTable(name)
    for (const [column, kind] of Object.entries(columns)) {
      made = made.addColumn(column, typeOf(db, kind), (built) => (kind.endsWith('?') ? built : built.notNull()))
    }
    made = constrain(made.addPrimaryKeyConstraint(`${name}_key`, [...key]))
    await (isEmbedded(db) ? made.modifyEnd(sql`strict`) : made).execute()
  }

export const index = (db: Kysely<unknown>, name: string, on: string, columns: readonly string[]): Promise<void> =>
  db.schema.createIndex(name).on(on).columns([...columns]).execute()
