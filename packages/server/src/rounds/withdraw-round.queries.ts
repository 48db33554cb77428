import type { Db } from '../database/database.ts'
import type { RoundRow } from './rounds.queries.ts'

type RoundKey = Pick<RoundRow, 'bureau' | 'id'>

/** Written by people, and not every write of them raises an assessment's version. */
const writings = [
  'entries', 'facts', 'overrides', 'remarks', 'stage_changes', 'inspection_marks', 'settled_marks', 'imports', 'record_requests',
  'item_owners', 'section_checks', 'site_photos', 'seen_originals', 'objections', 'rectifications', 'draws',
] as const

/** True where a sheet went on from where the round put it, or a row of anybody's stands in the round. */
export const hasAnythingWritten = async (trx: Db, { bureau, id }: RoundKey): Promise<boolean> => {
  const moved = await trx
    .selectFrom('assessments')
    .select('unit')
    .where('bureau', '=', bureau)
    .where('round', '=', id)
    .where((is) => is.or([is('version', '>', 1), is('stage', '!=', 'draft')]))
    .limit(1)
    .executeTakeFirst()
  if (moved !== undefined) return true
  for (const table of writings) {
    const row = await trx.selectFrom(table).select('round').where('bureau', '=', bureau).where('round', '=', id).limit(1).executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}

/** What the office itself set up for the round, and what was reckoned or linked of it. */
const settings = ['round_inspectors', 'group_members', 'group_visits', 'closing_deadlines', 'summaries', 'calendar_links', 'assessments'] as const

export const deleteRound = async (trx: Db, { bureau, id }: RoundKey): Promise<void> => {
  for (const table of settings) await trx.deleteFrom(table).where('bureau', '=', bureau).where('round', '=', id).execute()
  await trx.deleteFrom('rounds').where('bureau', '=', bureau).where('id', '=', id).execute()
}
