import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf, typeOf } from './make-table.ts'

/** Groups of inspectors with duties and days, where they worked before, draws; each item's score beside a summary. */
export const formGroups: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'group_members',
      { bureau: 'text', round: 'text', username: 'text', group_no: 'int', sections: 'text' },
      ['bureau', 'round', 'username'],
    )
    await table(
      'group_visits',
      { bureau: 'text', round: 'text', unit: 'text', group_no: 'int', day: 'text?' },
      ['bureau', 'round', 'unit'],
    )
    await table('former_units', { bureau: 'text', username: 'text', units: 'text', version: 'int' }, ['username'])
    await table(
      'draws',
      {
        bureau: 'text', round: 'text', id: 'text', seed: 'text', strata: 'text', count: 'int', units: 'text',
        made_at: 'text', made_by: 'text',
      },
      ['bureau', 'round', 'id'],
    )
    await index(db, 'group_members_by_username', 'group_members', ['username'])
    await db.schema.alterTable('summaries').addColumn('items', typeOf(db, 'text')).execute()
  },
}
