import type { Db } from '../database/database.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import { findFormerRound } from '../rounds/former-round.queries.ts'
import { listAllEntryRows } from './entries.queries.ts'
import type { LastYear } from './ledger.contract.ts'
import { entryOf } from './read-entry-row.ts'

/** The unit's records of its last round of an earlier year, by day: what was held when, under which name, and as what it counted. */
export const listLastYear = async (db: Db, at: R): Promise<LastYear> => {
  const { key, round } = await getBeneath(db, at)
  const former = await findFormerRound(db, key, round.year)
  if (former === undefined) return { year: null, items: [] }
  const rows = await listAllEntryRows(db, { ...key, round: former.id })
  return {
    year: former.year,
    items: rows.map(entryOf).map(({ happenedOn, title, countsAs }) => ({ happenedOn, title, countsAs: [...countsAs] })),
  }
}
