import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isVersionColumn, versionsOfALife } from '../database/begin-epoch.ts'
import type { Db } from '../database/database.ts'
import type { ExportBody } from './exports.contract.ts'

/** What belongs to one running store and to nobody's work: its keys, its open sessions, this very list. */
const ownToAStore = new Set(['meta', 'sessions', 'links', 'sign_in_attempts', 'jobs'])
/** What a part of a store never takes along: accounts, and addresses that open something. */
const onlyInAll = new Set(['users', 'calendar_links', 'record_requests', 'audit', 'suggestions', 'former_units'])

export type StoreTable = { readonly name: string; readonly columns: readonly string[] }

/** The tables that a bundle holds, each before those that refer to it. Read from the store, so that a new table is never forgotten. */
export const listBundleTables = async (db: Db): Promise<readonly StoreTable[]> => {
  const found = (await db.introspection.getTables())
    .filter(({ name, isView }) => !isView && !ownToAStore.has(name) && !/^(?:kysely|sqlite)_/.test(name))
    .map(({ name, columns }): StoreTable => ({ name, columns: columns.map((column) => column.name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const references = new Map<string, readonly string[]>()
  for (const { name } of found) references.set(name, await listReferences(db, name))
  const ordered: StoreTable[] = []
  const place = (table: StoreTable, above: readonly string[]): void => {
    if (ordered.includes(table) || above.includes(table.name)) return
    for (const needed of references.get(table.name) ?? []) {
      const first = found.find(({ name }) => name === needed)
      if (first !== undefined) place(first, [...above, table.name])
    }
    ordered.push(table)
  }
  for (const table of found) place(table, [])
  return ordered
}

const isEmbedded = (db: Db): boolean => !db.getExecutor().adapter.supportsMultipleConnections

const listReferences = async (db: Db, table: string): Promise<readonly string[]> => {
  const { rows } = isEmbedded(db)
    ? await sql<{ name: string }>`select "table" as name from pragma_foreign_key_list(${table})`.execute(db)
    : await sql<{ name: string }>`select confrelid::regclass::text as name from pg_constraint where contype = 'f' and conrelid = ${table}::regclass`.execute(db)
  return rows.map(({ name }) => name).filter((name) => name !== table)
}

const pageSize = 2_000

/** The rows of a table that lie in the scope, page by page, ordered by their columns, of which the key stands first. */
export async function* listRows(db: Db, { name, columns }: StoreTable, scope: ExportBody): AsyncGenerator<readonly Readonly<Record<string, unknown>>[]> {
  const within = rowsWithin(name, columns, scope)
  if (within === undefined) return
  const shown = columns.filter((column) => 'all' in scope || !/password|token/.test(column))
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(shown.map(asExported))} from ${sql.table(name)} where ${within}
      order by ${sql.join(columns.map((column) => sql.ref(column)))} limit ${pageSize} offset ${offset}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
  }
}

/** Versions as they count within one life of a store: the same content, wherever it was put back, is the same row. */
const asExported = (column: string): RawBuilder<unknown> =>
  isVersionColumn(column) ? sql`${sql.ref(column)} % ${sql.lit(versionsOfALife)} as ${sql.ref(column)}` : sql`${sql.ref(column)}`

const everything = sql<boolean>`1 = 1`

/** Which rows of a table belong to the scope; `undefined` where none does. */
const rowsWithin = (table: string, columns: readonly string[], scope: ExportBody): RawBuilder<boolean> | undefined => {
  if ('all' in scope) return everything
  if (onlyInAll.has(table)) return undefined
  if ('round' in scope) {
    const asked = sql`select unit from assessments where round = ${scope.round}`
    if (table === 'rounds') return sql<boolean>`id = ${scope.round}`
    if (table === 'units') return sql<boolean>`code in (${asked}) or code = (select bureau from rounds where id = ${scope.round})`
    if (table === 'form_editions') return sql<boolean>`id = (select form from rounds where id = ${scope.round})`
    if (columns.includes('round')) return sql<boolean>`round = ${scope.round}`
    return table === 'evidence_files' ? sql<boolean>`unit in (${asked})` : undefined
  }
  const rounds = sql`select round from assessments where unit = ${scope.unit}`
  if (table === 'units') return sql<boolean>`code = ${scope.unit}`
  if (table === 'rounds') return sql<boolean>`id in (${rounds})`
  if (table === 'form_editions') return sql<boolean>`id in (select form from rounds where id in (${rounds}))`
  return columns.includes('unit') ? sql<boolean>`unit = ${scope.unit}` : undefined
}

/** Puts rows in, a few hundred values at a time. */
export const insertRows = async (trx: Db, table: StoreTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
  const { columns } = table
  const each = Math.max(1, Math.floor(800 / columns.length))
  for (let start = 0; start < rows.length; start += each) {
    const values = rows.slice(start, start + each).map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
    await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column)))})
      ${isEmbedded(trx) ? sql`` : sql`overriding system value`} values ${sql.join(values)}`.execute(trx)
  }
}

/** The numbers that PostgreSQL gives by itself go on behind the last row that was taken over; SQLite sees to it unasked. */
export const continueNumbers = async (trx: Db): Promise<void> => {
  if (isEmbedded(trx)) return
  await sql`select setval(pg_get_serial_sequence('stage_changes', 'seq'), (select max(seq) from stage_changes))`.execute(trx)
}
