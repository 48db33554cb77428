import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type ImportRow = Selectable<Tables['imports']>

export const findImport = (db: Db, key: AssessmentKey, id: string): Promise<ImportRow | undefined> =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .executeTakeFirst()

export const listImportRows = (db: Db, key: AssessmentKey): Promise<ImportRow[]> =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()

/** Names of the entries that an import made, in the order of its rows. */
export const listImportEntries = async (db: Db, key: AssessmentKey, id: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('import_entries')
    .select('entry')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('import', '=', id)
    .orderBy('place')
    .execute()
  return rows.map((row) => row.entry)
}

export const insertImport = async (trx: Db, row: ImportRow, entries: readonly string[]): Promise<void> => {
  await trx.insertInto('imports').values(row).execute()
  const { bureau, round, unit, id } = row
  for (let start = 0; start < entries.length; start += rowsAtOnce) {
    const rows = entries
      .slice(start, start + rowsAtOnce)
      .map((entry, index) => ({ bureau, round, unit, import: id, place: start + index, entry }))
    await trx.insertInto('import_entries').values(rows).execute()
  }
}

const rowsAtOnce = 100

export const markImportUndone = async (trx: Db, key: AssessmentKey, id: string, at: string): Promise<void> => {
  await trx
    .updateTable('imports')
    .set((row) => ({ undone_at: at, version: row('version', '+', 1) }))
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .execute()
}

export type ImportAddition = { readonly entry: string; readonly evidence: readonly string[] }

/** The records that an import gave photos to, in the order of its call. */
export const listImportAdditions = async (db: Db, key: AssessmentKey, id: string): Promise<ImportAddition[]> => {
  const rows = await db
    .selectFrom('import_additions')
    .select(['entry', 'evidence'])
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('import', '=', id)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ entry: row.entry, evidence: JSON.parse(row.evidence) as string[] }))
}

export const insertImportAdditions = async (trx: Db, row: ImportRow, additions: readonly ImportAddition[]): Promise<void> => {
  const { bureau, round, unit, id } = row
  for (let start = 0; start < additions.length; start += rowsAtOnce) {
    const rows = additions
      .slice(start, start + rowsAtOnce)
      .map(({ entry, evidence }, index) => ({
        bureau, round, unit, import: id, place: start + index, entry, evidence: JSON.stringify(evidence),
      }))
    await trx.insertInto('import_additions').values(rows).execute()
  }
}
