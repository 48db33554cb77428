import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type DraftRow = Selectable<Tables['form_drafts']>
export type DraftItemRow = Selectable<Tables['form_draft_items']>

export const findDraftRow = (db: Db, id: string): Promise<DraftRow | undefined> =>
  db.selectFrom('form_drafts').selectAll().where('id', '=', id).executeTakeFirst()

export const listDraftItemRows = (db: Db, draft: string): Promise<DraftItemRow[]> =>
  db.selectFrom('form_draft_items').selectAll().where('draft', '=', draft).orderBy('no').execute()

/** Newest first: all, or those of one bureau. */
export const listDraftRows = (db: Db, bureau: string | undefined): Promise<DraftRow[]> => {
  let query = db.selectFrom('form_drafts').selectAll().orderBy('created_at', 'desc').orderBy('id')
  if (bureau !== undefined) query = query.where('bureau', '=', bureau)
  return query.execute()
}

export const insertDraft = async (trx: Db, row: DraftRow, items: readonly DraftItemRow[]): Promise<void> => {
  await trx.insertInto('form_drafts').values(row).execute()
  for (let start = 0; start < items.length; start += rowsAtOnce) {
    await trx.insertInto('form_draft_items').values(items.slice(start, start + rowsAtOnce)).execute()
  }
}

/** Values bound in one statement stay below every engine's limit. */
const rowsAtOnce = 50

export const updateDraft = async (trx: Db, id: string, values: Partial<DraftRow>): Promise<void> => {
  await trx.updateTable('form_drafts').set(values).where('id', '=', id).execute()
}

export const updateDraftItem = async (trx: Db, draft: string, no: number, values: Partial<DraftItemRow>): Promise<void> => {
  await trx.updateTable('form_draft_items').set(values).where('draft', '=', draft).where('no', '=', no).execute()
}

export const deleteDraftRows = async (trx: Db, id: string): Promise<void> => {
  await trx.deleteFrom('form_draft_items').where('draft', '=', id).execute()
  await trx.deleteFrom('form_drafts').where('id', '=', id).execute()
}
