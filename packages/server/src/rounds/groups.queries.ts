import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { RoundRow } from './rounds.queries.ts'

type RoundKey = Pick<RoundRow, 'bureau' | 'id'>

export const listMemberRows = (db: Db, round: RoundKey): Promise<(Selectable<Tables['group_members']> & { name: string | null })[]> =>
  db
    .selectFrom('group_members')
    .leftJoin('users', 'users.username', 'group_members.username')
    .selectAll('group_members')
    .select('users.name')
    .where('group_members.bureau', '=', round.bureau)
    .where('group_members.round', '=', round.id)
    .orderBy('group_members.group_no')
    .orderBy('group_members.username')
    .execute()

export const listVisitRows = (db: Db, round: RoundKey): Promise<(Selectable<Tables['group_visits']> & { name: string | null })[]> =>
  db
    .selectFrom('group_visits')
    .leftJoin('units', 'units.code', 'group_visits.unit')
    .selectAll('group_visits')
    .select('units.name')
    .where('group_visits.bureau', '=', round.bureau)
    .where('group_visits.round', '=', round.id)
    .orderBy('group_visits.group_no')
    .orderBy('group_visits.day')
    .orderBy('group_visits.unit')
    .execute()

/** Everybody who may inspect in the round: the bureau's own active inspectors, and whoever is lent and already given units. */
export const listInspectorRows = (
  db: Db,
  round: RoundKey,
): Promise<{ username: string; name: string; unit: string; former: string | null }[]> =>
  db
    .selectFrom('users')
    .leftJoin('former_units', 'former_units.username', 'users.username')
    .select(['users.username', 'users.name', 'users.unit', 'former_units.units as former'])
    .where('users.role', '=', 'inspector')
    .where('users.active', '=', 1)
    .where((is) =>
      is.or([
        is('users.bureau', '=', round.bureau),
        is(
          'users.username',
          'in',
          db.selectFrom('round_inspectors').select('username').where('bureau', '=', round.bureau).where('round', '=', round.id),
        ),
      ]),
    )
    .orderBy('users.username')
    .execute()

export const listAskedUnits = (db: Db, round: RoundKey): Promise<{ code: string; name: string; profile: string; out_of_use_at: string | null }[]> =>
  db
    .selectFrom('assessments')
    .innerJoin('units', 'units.code', 'assessments.unit')
    .select(['units.code', 'units.name', 'units.profile', 'units.out_of_use_at'])
    .where('assessments.bureau', '=', round.bureau)
    .where('assessments.round', '=', round.id)
    .orderBy('units.code')
    .execute()

/** Codes of units where an inspector wrote at least one mark. */
export const listMarkedUnits = async (db: Db, round: RoundKey): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('inspection_marks')
    .select('unit')
    .distinct()
    .where('bureau', '=', round.bureau)
    .where('round', '=', round.id)
    .execute()
  return new Set(rows.map(({ unit }) => unit))
}

export const deleteGroups = async (trx: Db, round: RoundKey): Promise<void> => {
  await trx.deleteFrom('group_members').where('bureau', '=', round.bureau).where('round', '=', round.id).execute()
  await trx.deleteFrom('group_visits').where('bureau', '=', round.bureau).where('round', '=', round.id).execute()
}

export const insertMembers = async (trx: Db, rows: readonly Selectable<Tables['group_members']>[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += 100) {
    await trx.insertInto('group_members').values(rows.slice(start, start + 100)).execute()
  }
}

export const insertVisits = async (trx: Db, rows: readonly Selectable<Tables['group_visits']>[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += 100) {
    await trx.insertInto('group_visits').values(rows.slice(start, start + 100)).execute()
  }
}

export const deleteVisit = async (trx: Db, round: RoundKey, unit: string): Promise<void> => {
  await trx
    .deleteFrom('group_visits')
    .where('bureau', '=', round.bureau)
    .where('round', '=', round.id)
    .where('unit', '=', unit)
    .execute()
}
