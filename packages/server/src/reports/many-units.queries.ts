import type { Db } from '../database/database.ts'

/** Some units of one round: what a board asks of many at once, in one statement each. */
export type UnitsOf = { readonly bureau: string; readonly round: string; readonly units: readonly string[] }

export type LedgerRow = { readonly unit: string; readonly id: string; readonly counts_as: string; readonly title: string; readonly happened_on: string; readonly evidence: string }

/** Their living entries, by unit and day, without what marks do not rest on. */
export const listEntriesOfUnits = (db: Db, of: UnitsOf): Promise<LedgerRow[]> =>
  db
    .selectFrom('entries')
    .select(['unit', 'id', 'counts_as', 'title', 'happened_on', 'evidence'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .where('deleted_at', 'is', null)
    .orderBy('unit')
    .orderBy('happened_on')
    .orderBy('id')
    .execute()

export const listFactsOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; key: string; value: string }[]> =>
  db
    .selectFrom('facts')
    .select(['unit', 'key', 'value'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .execute()

export const listOverridesOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; criterion: string; score: number; reason: string }[]> =>
  db
    .selectFrom('overrides')
    .select(['unit', 'criterion', 'score', 'reason'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .execute()

/** The newest sealed state of each. */
export const listSealsOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; content: string }[]> =>
  db
    .selectFrom('snapshots as sealed')
    .select(['sealed.unit', 'sealed.content'])
    .where('sealed.bureau', '=', of.bureau)
    .where('sealed.round', '=', of.round)
    .where('sealed.unit', 'in', of.units)
    .where('sealed.version', '=', (newest) =>
      newest
        .selectFrom('snapshots')
        .select((row) => row.fn.max('snapshots.version').as('version'))
        .whereRef('snapshots.bureau', '=', 'sealed.bureau')
        .whereRef('snapshots.round', '=', 'sealed.round')
        .whereRef('snapshots.unit', '=', 'sealed.unit'),
    )
    .execute()

export const listMarksOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; inspector: string; item: number; score: number }[]> =>
  db
    .selectFrom('inspection_marks')
    .select(['unit', 'inspector', 'item', 'score'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .execute()

export const listSettledOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; item: number; score: number }[]> =>
  db
    .selectFrom('settled_marks')
    .select(['unit', 'item', 'score'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .execute()

export const listAmendedOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; item: number; score: number }[]> =>
  db
    .selectFrom('amended_marks')
    .select(['unit', 'item', 'score'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .execute()

/** Hashes of the files that they have sent. */
export const listFilesOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; sha256: string }[]> =>
  db
    .selectFrom('evidence_files')
    .select(['unit', 'sha256'])
    .where('bureau', '=', of.bureau)
    .where('unit', 'in', of.units)
    .execute()

/** Objections that nobody decided yet. */
export const listOpenObjectionsOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string }[]> =>
  db
    .selectFrom('objections')
    .select('unit')
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .where('outcome', 'is', null)
    .execute()

/** What is still to be put right, by its state. */
export const listOpenRectificationsOfUnits = (db: Db, of: UnitsOf): Promise<{ unit: string; state: string }[]> =>
  db
    .selectFrom('rectifications')
    .select(['unit', 'state'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', 'in', of.units)
    .where('state', '!=', 'accepted')
    .execute()
