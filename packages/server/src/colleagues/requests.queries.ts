import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type RequestRow = Selectable<Tables['record_requests']>

export const insertRequest = async (trx: Db, row: RequestRow): Promise<void> => {
  await trx.insertInto('record_requests').values(row).execute()
}

export const findRequestByToken = (db: Db, hash: string): Promise<RequestRow | undefined> =>
  db.selectFrom('record_requests').selectAll().where('token_hash', '=', hash).executeTakeFirst()

export const findRequest = (db: Db, key: AssessmentKey, id: string): Promise<RequestRow | undefined> =>
  db
    .selectFrom('record_requests')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('id', '=', id)
    .executeTakeFirst()

export const listRequestRows = (db: Db, key: AssessmentKey): Promise<RequestRow[]> =>
  db
    .selectFrom('record_requests')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()

export const updateRequest = async (
  trx: Db,
  hash: string,
  changes: Partial<Pick<RequestRow, 'file' | 'used_at' | 'withdrawn_at' | 'entry'>>,
): Promise<void> => {
  await trx.updateTable('record_requests').set(changes).where('token_hash', '=', hash).execute()
}
