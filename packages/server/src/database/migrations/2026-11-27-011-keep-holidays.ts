import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { typeOf } from './make-table.ts'

/** A bureau's holidays beside its semesters. */
export const keepHolidays: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('calendars').addColumn('holidays', typeOf(db, 'text')).execute()
  },
}
