import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'

export type EditionRow = Selectable<Tables['form_editions']>

const editionById = prepareQuery<{ id: string }>()((db, value) =>
  db.selectFrom('form_editions').selectAll().where('id', '=', value('id')),
)

export const findEditionRow = async (db: Db, id: string): Promise<EditionRow | undefined> => (await editionById(db, { id }))[0]

export const insertEdition = async (trx: Db, row: EditionRow): Promise<void> => {
  await trx.insertInto('form_editions').values(row).execute()
}

/** Published editions without their content, newest first: all, or those of some bureaus. */
export const listEditionRows = (db: Db, bureaus: readonly string[] | undefined): Promise<Omit<EditionRow, 'content'>[]> => {
  let query = db
    .selectFrom('form_editions')
    .select(['bureau', 'id', 'title', 'edition', 'total', 'hash', 'source_sha256', 'source_size', 'published_by', 'published_at'])
    .orderBy('published_at', 'desc')
    .orderBy('id')
  if (bureaus !== undefined) query = query.where('bureau', 'in', bureaus)
  return query.execute()
}
