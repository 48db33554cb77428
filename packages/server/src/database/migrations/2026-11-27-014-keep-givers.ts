import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { typeOf } from './make-table.ts'

/** Who gave an answer or a mark that another person sent, from a queue that was taken over. */
export const keepGivers: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('mark_changes').addColumn('given_by', typeOf(db, 'text')).execute()
  },
}
