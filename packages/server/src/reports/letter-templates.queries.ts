import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type TemplateRow = Selectable<Tables['paper_templates']>

export const listTemplateRows = (db: Db, bureau: string): Promise<TemplateRow[]> =>
  db.selectFrom('paper_templates').selectAll().where('bureau', '=', bureau).orderBy('kind').execute()

export const findTemplateRow = (db: Db, bureau: string, kind: string): Promise<TemplateRow | undefined> =>
  db.selectFrom('paper_templates').selectAll().where('bureau', '=', bureau).where('kind', '=', kind).executeTakeFirst()

export const upsertTemplateRow = async (trx: Db, row: TemplateRow): Promise<void> => {
  await trx.deleteFrom('paper_templates').where('bureau', '=', row.bureau).where('kind', '=', row.kind).execute()
  await trx.insertInto('paper_templates').values(row).execute()
}

export const deleteTemplateRow = async (trx: Db, bureau: string, kind: string): Promise<boolean> => {
  const { numDeletedRows } = await trx.deleteFrom('paper_templates').where('bureau', '=', bureau).where('kind', '=', kind).executeTakeFirst()
  return Number(numDeletedRows) > 0
}
