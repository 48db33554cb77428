import type { Selectable } from 'kysely'
import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { below } from '../organizations/units.queries.ts'

/** More years than anybody pages back to on the first page. */
const most = 50

/** Rounds in which the person has work, newest first. */
export const listRoundsOf = (db: Db, person: Person): Promise<Selectable<Tables['rounds']>[]> => {
  const all = db.selectFrom('rounds').selectAll().orderBy('year', 'desc').orderBy('due_on', 'desc').orderBy('id').limit(most)
  switch (person.role) {
    case 'admin':
      return all.execute()
    case 'bureau':
    case 'city':
      return all
        .where((is) => is.or([is('bureau', '=', person.unit), is('bureau', 'in', below(db, person.unit))]))
        .execute()
    case 'clerk':
    case 'secretary':
      return all
        .where('id', 'in', db.selectFrom('assessments').select('round').where('unit', '=', person.unit))
        .execute()
    case 'inspector':
      return all
        .where('id', 'in', db.selectFrom('round_inspectors').select('round').where('username', '=', person.username))
        .execute()
  }
}

/** At which stage a school's own tables stand, by round. */
export const listOwnStages = async (db: Db, unit: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('assessments').select(['round', 'stage']).where('unit', '=', unit).execute()
  return new Map(rows.map((row) => [row.round, row.stage]))
}
