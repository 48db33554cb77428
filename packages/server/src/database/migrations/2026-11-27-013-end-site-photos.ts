import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { typeOf } from './make-table.ts'

/** When the bytes of an inspector's photograph were taken away, and by whom: the same as for the schools' own. */
export const endSitePhotos: Migration = {
  up: async (db: Kysely<unknown>) => {
    const text = typeOf(db, 'text')
    await db.schema.alterTable('site_photos').addColumn('removed_at', text).execute()
    await db.schema.alterTable('site_photos').addColumn('removed_by', text).execute()
  },
}
