import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables.ts'
import { typeOf } from './make-table.ts'

/** Beside a summary, each item of both columns as scored, open or not applicable. What was kept before told less: it is made anew. */
export const keepItemStandings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('summaries').addColumn('inspected_items', typeOf(db, 'text')).execute()
    await (db as Kysely<Tables>).updateTable('summaries').set({ items: null }).execute()
  },
}
