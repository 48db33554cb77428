import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { tablesOf } from './make-table.ts'

/** How a mark came to be: each answer and each mark set by hand, with who and when; and which duties a person has checked. */
export const keepChangesOfMarks: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'mark_changes',
      {
        bureau: 'text', round: 'text', unit: 'text', version: 'int', kind: 'text', key: 'text', value: 'text?', reason: 'text?',
        changed_by: 'text', changed_at: 'text',
      },
      ['bureau', 'round', 'unit', 'version', 'kind', 'key'],
    )
    await table(
      'section_checks',
      {
        bureau: 'text', round: 'text', unit: 'text', section: 'int', checked_by: 'text', checked_at: 'text', undone_by: 'text?',
        undone_at: 'text?', undone_through: 'text?',
      },
      ['bureau', 'round', 'unit', 'section'],
    )
  },
}
