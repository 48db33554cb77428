import type { Migration } from 'kysely/migration'
import { tablesOf } from './make-table.ts'

/** Long work that is asked for and fetched later: exports, and imports into an empty store. */
export const exportAndImport: Migration = {
  up: async (db) => {
    const table = tablesOf(db)
    await table(
      'bundles',
      {
        bureau: 'text', id: 'text', kind: 'text', asked: 'text', asked_by: 'text', asked_at: 'text', status: 'text',
        worker: 'text?', beat_at: 'text?', done: 'int', total: 'int', bundle_hash: 'text?', bytes: 'int?', problem: 'text?', finished_at: 'text?',
      },
      ['id'],
    )
  },
}
