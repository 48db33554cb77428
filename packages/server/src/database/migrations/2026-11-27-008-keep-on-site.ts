import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { tablesOf } from './make-table.ts'

/** Inspectors' own photographs of originals, which originals they saw, and photos drawn small to be taken along. */
export const keepOnSite: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'site_photos',
      {
        bureau: 'text', round: 'text', unit: 'text', item: 'int', inspector: 'text', sha256: 'text', name: 'text', type: 'text',
        size: 'int', stored_sha256: 'text', stored_size: 'int', stored_type: 'text', at: 'text',
      },
      ['bureau', 'round', 'unit', 'item', 'inspector', 'sha256'],
    )
    await table(
      'seen_originals',
      { bureau: 'text', round: 'text', unit: 'text', item: 'int', inspector: 'text', entry: 'text', at: 'text' },
      ['bureau', 'round', 'unit', 'item', 'inspector', 'entry'],
    )
    await table(
      'reduced_photos',
      { bureau: 'text', stored_sha256: 'text', small_sha256: 'text', small_size: 'int' },
      ['bureau', 'stored_sha256'],
    )
  },
}
