import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { typeOf } from './make-table.ts'

/** When a closed or merged school was taken out of use, and why; nothing of it is deleted. */
export const takeUnitsOutOfUse: Migration = {
  up: async (db: Kysely<unknown>) => {
    const text = typeOf(db, 'text')
    await db.schema.alterTable('units').addColumn('out_of_use_at', text).execute()
    await db.schema.alterTable('units').addColumn('out_of_use_reason', text).execute()
  },
}
