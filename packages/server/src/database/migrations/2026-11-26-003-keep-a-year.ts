import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf, typeOf } from './make-table.ts'

/** A school's whole year: imports with one undo, links for colleagues, owners, the feed, handover, suggestions. */
export const keepAYear: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'imports',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', file_name: 'text?', content_hash: 'text', late: 'int',
        made_at: 'text', made_by: 'text', undone_at: 'text?', version: 'int',
      },
      ['bureau', 'round', 'unit', 'id'],
    )
    await table(
      'import_entries',
      { bureau: 'text', round: 'text', unit: 'text', import: 'text', place: 'int', entry: 'text' },
      ['bureau', 'round', 'unit', 'import', 'place'],
    )
    await table(
      'record_requests',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', token_hash: 'text', criterion: 'text?', kinds: 'text',
        asks: 'text', department: 'text', note: 'text?', file: 'text?', made_at: 'text', made_by: 'text',
        expires_at: 'text', used_at: 'text?', withdrawn_at: 'text?', entry: 'text?',
      },
      ['bureau', 'round', 'unit', 'id'],
    )
    await table(
      'item_owners',
      { bureau: 'text', round: 'text', unit: 'text', item: 'int', owner: 'text', set_by: 'text', set_at: 'text' },
      ['bureau', 'round', 'unit', 'item'],
    )
    await table(
      'calendar_links',
      { bureau: 'text', round: 'text', unit: 'text', username: 'text', token_hash: 'text', made_at: 'text' },
      ['bureau', 'round', 'unit', 'username'],
    )
    await table(
      'suggestions',
      {
        bureau: 'text', id: 'text', text: 'text', page: 'text?', written_by: 'text', unit: 'text', written_at: 'text',
        answer: 'text?', answered_by: 'text?', answered_at: 'text?', version: 'int',
      },
      ['id'],
    )
    const text = typeOf(db, 'text')
    await db.schema.alterTable('users').addColumn('ends_on', text).execute()
    await db.schema.alterTable('rounds').addColumn('keep_evidence_until', text).execute()
    await db.schema.createIndex('record_requests_by_token').on('record_requests').column('token_hash').unique().execute()
    await db.schema.createIndex('calendar_links_by_token').on('calendar_links').column('token_hash').unique().execute()
    await index(db, 'suggestions_by_bureau', 'suggestions', ['bureau', 'written_at'])
    await index(db, 'suggestions_by_writer', 'suggestions', ['written_by', 'written_at'])
  },
}
