import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { index, tablesOf } from './make-table.ts'

/** Signatures under a sealed sheet, objections and the marks they change, problems to be put right. */
export const closeAnInspection: Migration = {
  up: async (db: Kysely<unknown>) => {
    const table = tablesOf(db)
    await table(
      'signatures',
      {
        bureau: 'text', round: 'text', unit: 'text', sheet: 'text', signer: 'text', name: 'text', role: 'text', kind: 'text',
        strokes: 'text?', place: 'text?', taken_by: 'text', at: 'text', hash: 'text', version: 'int',
      },
      ['bureau', 'round', 'unit', 'sheet', 'signer'],
    )
    await table(
      'closing_deadlines',
      { bureau: 'text', round: 'text', objection_days: 'int', report_days: 'int', review_days: 'int', version: 'int' },
      ['bureau', 'round'],
    )
    await table(
      'objections',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', item: 'int', score: 'int', sheet: 'text', reason: 'text',
        evidence: 'text', raised_by: 'text', raised_at: 'text', outcome: 'text?', decided_score: 'int?',
        decision_reason: 'text?', decided_by: 'text?', decided_at: 'text?', decided_sheet: 'text?', version: 'int',
      },
      ['bureau', 'round', 'unit', 'id'],
    )
    await table(
      'amended_marks',
      {
        bureau: 'text', round: 'text', unit: 'text', item: 'int', score: 'int', former: 'int', reason: 'text',
        objection: 'text', at: 'text',
      },
      ['bureau', 'round', 'unit', 'item'],
    )
    await table(
      'rectifications',
      {
        bureau: 'text', round: 'text', unit: 'text', id: 'text', item: 'int?', problem: 'text', due_on: 'text', state: 'text',
        opened_by: 'text', opened_at: 'text', version: 'int',
      },
      ['bureau', 'round', 'unit', 'id'],
    )
    await table(
      'rectification_steps',
      {
        bureau: 'text', round: 'text', unit: 'text', rectification: 'text', no: 'int', kind: 'text', text: 'text',
        before: 'text', after: 'text', by_user: 'text', at: 'text',
      },
      ['bureau', 'round', 'unit', 'rectification', 'no'],
    )
    // 核验码: the first digits of a hash, asked for by anybody.
    await index(db, 'snapshots_by_hash', 'snapshots', ['hash'])
  },
}
