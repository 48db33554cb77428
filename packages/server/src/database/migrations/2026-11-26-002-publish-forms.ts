import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf } from './make-table.ts'

/** Uploaded tables while a bureau settles them, and the editions that it published from them. */
export const publishForms: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'form_drafts',
      {
        bureau: 'text', id: 'text', file_name: 'text', source_sha256: 'text', source_size: 'int', title: 'text',
        total: 'int?', frame: 'text', sections: 'text', findings: 'text', fills_source: 'int', created_by: 'text',
        created_at: 'text', edition: 'text?', published_at: 'text?', version: 'int',
      },
      ['id'],
    )
    await table(
      'form_draft_items',
      {
        bureau: 'text', draft: 'text', no: 'int', section: 'int', points: 'int', duty: 'text', clause: 'text',
        place: 'text', read_spans: 'text', unread_spans: 'text', doubts: 'text', criteria: 'text', left_out: 'text',
        settled_by: 'text?', settled_at: 'text?', version: 'int',
      },
      ['draft', 'no'],
      (made) => made.addForeignKeyConstraint('form_draft_items_draft_exists', ['draft'], 'form_drafts', ['id']),
    )
    await table(
      'form_editions',
      {
        bureau: 'text', id: 'text', title: 'text', edition: 'text', total: 'int', content: 'text', hash: 'text',
        source_sha256: 'text?', source_size: 'int?', published_by: 'text', published_at: 'text',
      },
      ['id'],
    )
    await index(db, 'form_drafts_by_bureau', 'form_drafts', ['bureau', 'created_at'])
    await index(db, 'form_editions_by_bureau', 'form_editions', ['bureau'])
    await index(db, 'rounds_by_form', 'rounds', ['form'])
  },
}
