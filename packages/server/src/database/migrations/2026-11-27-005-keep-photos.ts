import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf, typeOf } from './make-table.ts'

/** Photos given to records that stood before their import, and when the bytes of a file were taken away. */
export const keepPhotos: Migration = {
  up: async (db: Kysely<unknown>) => {
    await tablesOf(db)(
      'import_additions',
      { bureau: 'text', round: 'text', unit: 'text', import: 'text', place: 'int', entry: 'text', evidence: 'text' },
      ['bureau', 'round', 'unit', 'import', 'place'],
    )
    const text = typeOf(db, 'text')
    await db.schema.alterTable('evidence_files').addColumn('removed_at', text).execute()
    await db.schema.alterTable('evidence_files').addColumn('removed_by', text).execute()
    await index(db, 'evidence_files_by_stored', 'evidence_files', ['stored_sha256'])
  },
}
