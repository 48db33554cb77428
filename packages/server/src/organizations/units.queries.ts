import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'

export type UnitRow = Selectable<Tables['units']>
/** What is told of a unit; whether it is in use is written by itself. */
export type ToldUnitRow = Omit<UnitRow, 'out_of_use_at' | 'out_of_use_reason'>

const unitByCode = prepareQuery<{ code: string }>()((db, value) =>
  db.selectFrom('units').selectAll().where('code', '=', value('code')),
)

export const findUnitRow = async (db: Db, code: string): Promise<UnitRow | undefined> => (await unitByCode(db, { code }))[0]

export const insertUnit = async (trx: Db, row: ToldUnitRow): Promise<void> => {
  await trx.insertInto('units').values(row).execute()
}

export const updateUnit = async (trx: Db, row: ToldUnitRow | UnitRow): Promise<void> => {
  await trx.updateTable('units').set(row).where('code', '=', row.code).execute()
}

export const hasUnitsUnder = async (db: Db, code: string): Promise<boolean> =>
  (await db.selectFrom('units').select('code').where('parent', '=', code).limit(1).executeTakeFirst()) !== undefined

/** True where a round, a person or a link bears the unit: it cannot go over to another bureau with them. */
export const isUnitInUse = async (db: Db, code: string): Promise<boolean> => {
  const person = await db.selectFrom('users').select('username').where('unit', '=', code).limit(1).executeTakeFirst()
  if (person !== undefined) return true
  const asked = await db.selectFrom('assessments').select('unit').where('unit', '=', code).limit(1).executeTakeFirst()
  return asked !== undefined
}

/** Years, newest first, of rounds in which the unit's table is not frozen yet. */
export const listUnfrozenYears = async (db: Db, unit: string): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('assessments')
    .innerJoin('rounds', (on) => on.onRef('rounds.bureau', '=', 'assessments.bureau').onRef('rounds.id', '=', 'assessments.round'))
    .select('rounds.year')
    .distinct()
    .where('assessments.unit', '=', unit)
    .where('assessments.stage', '!=', 'frozen')
    .orderBy('rounds.year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** Units by code, after `after`: all of them, or one with everything under it. */
export const listUnits = (
  db: Db,
  within: string | undefined,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<UnitRow[]> => {
  let query = db.selectFrom('units').selectAll().orderBy('code').limit(page.limit + 1)
  if (page.after !== undefined) query = query.where('code', '>', page.after)
  if (within !== undefined) query = query.where((is) => is.or([is('code', '=', within), is('code', 'in', below(db, within))]))
  return query.execute()
}

/** Codes of everything under a unit, as a subquery. */
export const below = (db: Db, unit: string) =>
  db
    .withRecursive('beneath(code)', (with_) =>
      with_
        .selectFrom('units')
        .select('units.code')
        .where('units.parent', '=', unit)
        .union((next) =>
          next.selectFrom('units').innerJoin('beneath', 'beneath.code', 'units.parent').select('units.code'),
        ),
    )
    .selectFrom('beneath')
    .select('beneath.code')

const calendarOf = prepareQuery<{ bureau: string }>()((db, value) => db.selectFrom('calendars').selectAll().where('bureau', '=', value('bureau')))

export const findCalendarRow = async (db: Db, bureau: string): Promise<Selectable<Tables['calendars']> | undefined> => (await calendarOf(db, { bureau }))[0]

export const insertCalendar = async (trx: Db, row: Selectable<Tables['calendars']>): Promise<void> => {
  await trx.insertInto('calendars').values(row).execute()
}

export const updateCalendar = async (trx: Db, row: Selectable<Tables['calendars']>): Promise<void> => {
  await trx.updateTable('calendars').set(row).where('bureau', '=', row.bureau).execute()
}

/**
 * Boards read what was reckoned before: where a score may have changed without a word from its school (semesters, the
 * school's own figures), the summaries are thrown away, and the next who asks makes them anew.
 */
export const forgetSummariesOf = async (trx: Db, of: { readonly bureau: string } | { readonly unit: string }): Promise<void> => {
  const all = trx.deleteFrom('summaries')
  // A unit's round may be one of an office further up.
  await ('unit' in of ? all.where('unit', '=', of.unit) : all.where('bureau', '=', of.bureau)).execute()
}
