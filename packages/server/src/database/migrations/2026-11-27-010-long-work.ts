import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf } from './make-table.ts'

/** Long work as rows, and a bureau's own Word templates. */
export const longWork: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'jobs',
      {
        bureau: 'text', id: 'text', kind: 'text', what: 'text', stamp: 'text', made_by: 'text', unit: 'text', role: 'text', made_at: 'text',
        status: 'text', done: 'int', total: 'int', said: 'text?', worker: 'text?', lease_until: 'text?', attempts: 'int',
        result_hash: 'text?', result_bytes: 'int?', result_name: 'text?', result_type: 'text?', finished_at: 'text?', expires_at: 'text?',
        removed_at: 'text?',
      },
      ['id'],
    )
    await table(
      'paper_templates',
      {
        bureau: 'text', kind: 'text', file_name: 'text', source_sha256: 'text', source_size: 'int', put_by: 'text', put_at: 'text', version: 'int',
      },
      ['bureau', 'kind'],
    )
    await index(db, 'jobs_by_status', 'jobs', ['status', 'made_at'])
    await index(db, 'jobs_by_maker', 'jobs', ['unit', 'made_at'])
  },
}
