import { factsFromLedger, mergeFacts, pointsFromThousandths, scoreForm, toDecimal, withOverrides } from '@zicha/core'
import type { BureauCalendar, Entry, Facts, FactValue, Override, Score, SelfScore } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import { entryOf } from '../ledger/read-entry-row.ts'
import { getCalendar } from '../organizations/put-calendar.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { listFactRows, listOverrideRows } from './assessments.queries.ts'
import type { FactRow, OverrideRow } from './assessments.queries.ts'
import { readyForm } from './ready-form.ts'

/** Everything that a self score rests on, as the store holds it at this moment, and the score. */
export type Self = {
  readonly calendar: BureauCalendar
  readonly entries: readonly Entry[]
  readonly factRows: readonly FactRow[]
  readonly overrideRows: readonly OverrideRow[]
  /** What a person answered, over what the ledger answers. */
  readonly facts: Facts
  readonly score: Score
  /** The score with a person's own marks in their place. */
  readonly self: SelfScore
}

/** The self column of the living records, with a sentence for every mark. */
export const reckonSelf = async (db: Db, beneath: Beneath): Promise<Self> => {
  const { key, round, form, unit } = beneath
  const calendar = await getCalendar(db, key.bureau)
  const entries = (await listAllEntryRows(db, key)).map(entryOf)
  const factRows = await listFactRows(db, key)
  const overrideRows = await listOverrideRows(db, key)
  const facts = mergeFacts(factsFromLedger(form, entries, unit, round.year), answersOf(factRows))
  const score = scoreForm(readyForm(form, calendar), { year: round.year, unit, facts })
  const self = withOverrides(form, score, overrideRows.map(overrideOf))
  return { calendar, entries, factRows, overrideRows, facts, score, self }
}

export const answersOf = (rows: readonly Pick<FactRow, 'key' | 'value'>[]): Facts =>
  Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as FactValue]))

export const overrideOf = (row: Pick<OverrideRow, 'criterion' | 'score' | 'reason'>): Override => ({
  criterion: row.criterion,
  score: toDecimal(pointsFromThousandths(row.score)),
  reason: row.reason,
})
