import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables.ts'

/** A submitted sheet's summary tells of what it lacks, too. What was kept before is silent of it: it is made anew. */
export const tellSubmittedGaps: Migration = {
  up: async (db: Kysely<unknown>) => {
    await (db as Kysely<Tables>).updateTable('summaries').set({ items: null }).execute()
  },
}
