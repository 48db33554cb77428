import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, isEmbedded, tablesOf, typeOf } from './make-table.ts'

/** The first schema: every noun of the rooms. Uniqueness is a constraint of the database, by name. */
export const createStore: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table('meta', { key: 'text', value: 'text' }, ['key'])
    await table(
      'units',
      {
        bureau: 'text', code: 'text', name: 'text', kind: 'text', parent: 'text?', profile: 'text', version: 'int',
      },
      ['code'],
      (made) => made.addForeignKeyConstraint('units_parent_exists', ['parent'], 'units', ['code']),
    )
    await table(
      'calendars',
      { bureau: 'text', spring_starts_on: 'text', autumn_starts_on: 'text', version: 'int' },
      ['bureau'],
    )
    await table(
      'users',
      {
        bureau: 'text', username: 'text', name: 'text', role: 'text', unit: 'text', active: 'int',
        password_hash: 'text?', last_sign_in_at: 'text?', version: 'int',
      },
      ['username'],
      (made) =>
        made.addCheckConstraint(
          'users_role_known',
          sql`role in ('clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin')`,
        ),
    )
    await table(
      'sessions',
      {
        bureau: 'text', token_hash: 'text', username: 'text', kind: 'text', created_at: 'text', last_seen_at: 'text',
        expires_at: 'text',
      },
      ['token_hash'],
      (made) =>
        made.addForeignKeyConstraint('sessions_user_exists', ['username'], 'users', ['username']),
    )
    await table(
      'links',
      {
        bureau: 'text', token_hash: 'text', username: 'text', purpose: 'text', expires_at: 'text', used_at: 'text?',
      },
      ['token_hash'],
    )
    await table(
      'sign_in_attempts',
      { bucket: 'text', failures: 'int', window_started_at: 'text' },
      ['bucket'],
    )
    await table(
      'rounds',
      {
        bureau: 'text', id: 'text', form: 'text', year: 'int', opens_on: 'text', due_on: 'text', list_number: 'text?',
        version: 'int',
      },
      ['id'],
    )
    await table(
      'assessments',
      {
        bureau: 'text', round: 'text', unit: 'text', stage: 'text', budget: 'int?', facts_version: 'int',
        version: 'int', updated_at: 'text?',
      },
      ['bureau', 'round', 'unit'],
      (made) =>
        made
          .addUniqueConstraint('assessments_once', ['round', 'unit'])
          .addForeignKeyConstraint('assessments_round_exists', ['round'], 'rounds', ['id'])
          .addForeignKeyConstraint('assessments_unit_exists', ['unit'], 'units', ['code'])
          .addCheckConstraint(
            'assessments_stage_known',
            sql`stage in ('draft', 'submitted', 'returned', 'inspecting', 'inspected', 'signed', 'frozen')`,
          ),
    )
    await table(
      'summaries',
      {
        bureau: 'text', round: 'text', unit: 'text', version: 'int', answered: 'int', self_score: 'int?',
        inspection_score: 'int?', attention: 'text',
      },
      ['bureau', 'round', 'unit'],
    )
    await table(
      'round_inspectors',
      { bureau: 'text', round: 'text', unit: 'text', username: 'text' },
      ['bureau', 'round', 'unit', 'username'],
    )
    await table(
      'entries',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', counts_as: 'text', title: 'text', happened_on: 'text',
        note: 'text?', people: 'int?', evidence: 'text', captured_at: 'text?', recorded_at: 'text',
        recorded_by: 'text', deleted_at: 'text?', version: 'int',
      },
      ['bureau', 'round', 'unit', 'id'],
    )
    await table(
      'entry_versions',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', version: 'int', content: 'text', changed_at: 'text',
        changed_by: 'text',
      },
      ['bureau', 'round', 'unit', 'id', 'version'],
    )
    await table(
      'evidence_files',
      {
        bureau: 'text', unit: 'text', sha256: 'text', name: 'text', type: 'text', size: 'int', stored_sha256: 'text',
        stored_size: 'int', stored_type: 'text', created_at: 'text', created_by: 'text',
      },
      ['bureau', 'unit', 'sha256'],
    )
    await table(
      'facts',
      {
        bureau: 'text', round: 'text', unit: 'text', key: 'text', value: 'text', answered_by: 'text',
        answered_at: 'text',
      },
      ['bureau', 'round', 'unit', 'key'],
    )
    await table(
      'overrides',
      {
        bureau: 'text', round: 'text', unit: 'text', criterion: 'text', score: 'int', reason: 'text', set_by: 'text',
        set_at: 'text',
      },
      ['bureau', 'round', 'unit', 'criterion'],
    )
    await table(
      'remarks',
      { bureau: 'text', round: 'text', unit: 'text', item: 'int', text: 'text' },
      ['bureau', 'round', 'unit', 'item'],
    )
    await stageChanges(db)
    await table(
      'snapshots',
      {
        bureau: 'text', round: 'text', unit: 'text', stage: 'text', version: 'int', hash: 'text', total: 'int',
        content: 'text', at: 'text',
      },
      ['bureau', 'round', 'unit', 'stage', 'version'],
    )
    await table(
      'inspection_marks',
      {
        bureau: 'text', round: 'text', unit: 'text', item: 'int', inspector: 'text', score: 'int', reason: 'text?',
        remark: 'text?', at: 'text', version: 'int',
      },
      ['bureau', 'round', 'unit', 'item', 'inspector'],
    )
    await table(
      'settled_marks',
      {
        bureau: 'text', round: 'text', unit: 'text', item: 'int', score: 'int', reason: 'text', set_by: 'text',
        at: 'text', version: 'int',
      },
      ['bureau', 'round', 'unit', 'item'],
    )
    await table(
      'audit',
      {
        seq: 'int', bureau: 'text', at: 'text', actor: 'text', action: 'text', target: 'text', request_id: 'text',
        prev: 'text', hash: 'text',
      },
      ['seq'],
      (made) => made.addUniqueConstraint('audit_prev_once', ['prev']),
    )
    await index(db, 'units_by_parent', 'units', ['parent'])
    await index(db, 'users_by_unit', 'users', ['unit'])
    await index(db, 'sessions_by_user', 'sessions', ['username'])
    await index(db, 'sessions_by_end', 'sessions', ['expires_at'])
    await index(db, 'links_by_user', 'links', ['username'])
    await index(db, 'assessments_by_unit', 'assessments', ['unit'])
    await index(db, 'round_inspectors_by_user', 'round_inspectors', ['username', 'round', 'unit'])
    await index(db, 'entries_by_day', 'entries', ['bureau', 'round', 'unit', 'happened_on'])
    await index(db, 'stage_changes_by_unit', 'stage_changes', ['bureau', 'round', 'unit', 'seq'])
    await index(db, 'audit_by_bureau', 'audit', ['bureau', 'seq'])
  },
}

/** The one table whose number the database gives. */
const stageChanges = async (db: Kysely<unknown>): Promise<void> => {
  const text = typeOf(db, 'text')
  let made = db.schema
    .createTable('stage_changes')
    .addColumn('seq', isEmbedded(db) ? 'integer' : 'bigint', (built) =>
      isEmbedded(db) ? built.primaryKey().autoIncrement() : built.primaryKey().generatedAlwaysAsIdentity(),
    )
  for (const column of ['bureau', 'round', 'unit', 'at', 'by_user', 'from_stage', 'to_stage']) {
    made = made.addColumn(column, text, (built) => built.notNull())
  }
  made = made.addColumn('reason', text)
  await (isEmbedded(db) ? made.modifyEnd(sql`strict`) : made).execute()
}
