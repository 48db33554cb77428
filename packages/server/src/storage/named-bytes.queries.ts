import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Where rows name bytes of the store, with the column of their size. */
export type NamingColumn = {
  readonly table: string
  readonly column: string
  readonly size: string
  /** True where `removed_at` tells that a row outlived its bytes. */
  readonly outlives: boolean
}

/**
 * Read from the store itself, so that a table made tomorrow is known, too: every column `…_sha256` beside its `…_size`.
 * A hash without a size is the name of something else: what a file was sent under, what a small photo was drawn from.
 */
export const listNamingColumns = async (db: Db): Promise<readonly NamingColumn[]> => {
  const tables = await db.introspection.getTables()
  return tables.flatMap((table) => {
    const names = table.columns.map(({ name }) => name)
    return names
      .filter((name) => name.endsWith('_sha256'))
      .map((column) => ({ table: table.name, column, size: column.replace(/sha256$/, 'size'), outlives: names.includes('removed_at') }))
      .filter(({ size }) => names.includes(size))
  })
}

/** Of these hashes, the ones that a row still needs. */
export const listNeeded = async (db: Db, columns: readonly NamingColumn[], hashes: readonly string[]): Promise<Set<string>> => {
  const needed = new Set<string>()
  if (hashes.length === 0) return needed
  for (const { table, column, outlives } of columns) {
    const { rows } = await sql<{ name: string }>`
      select ${sql.ref(column)} as name from ${sql.table(table)}
      where ${sql.ref(column)} in (${sql.join(hashes)}) and ${living(outlives)}`.execute(db)
    for (const { name } of rows) needed.add(name)
  }
  return needed
}

export type NamedBytes = { readonly table: string; readonly sha256: string; readonly size: number }

/** Everything that a row of one column needs of the store: `after` the last one seen, in the order of the hashes. */
export const listNamedBytes = async (db: Db, { table, column, size, outlives }: NamingColumn, after: string, limit: number): Promise<readonly NamedBytes[]> => {
  const { rows } = await sql<{ sha256: string; size: number }>`
    select distinct ${sql.ref(column)} as sha256, ${sql.ref(size)} as size from ${sql.table(table)}
    where ${sql.ref(column)} > ${after} and ${living(outlives)}
    order by ${sql.ref(column)} limit ${limit}`.execute(db)
  return rows.map((row) => ({ table, sha256: row.sha256, size: Number(row.size) }))
}

const living = (outlives: boolean) => (outlives ? sql`removed_at is null` : sql`1 = 1`)

/** The rows of one column that need these bytes, each by what names it: `evidence_files yizheng/yucai/3月党员大会.jpg`. */
export const listRowsNaming = async (db: Db, { table, column, outlives }: NamingColumn, sha256: string): Promise<readonly string[]> => {
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    select * from ${sql.table(table)} where ${sql.ref(column)} = ${sha256} and ${living(outlives)}`.execute(db)
  return rows.map((row) => {
    const names = ['bureau', 'round', 'unit', 'id', 'name', 'sha256'].flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : []))
    return `${table} ${names.join('/')}`
  })
}
