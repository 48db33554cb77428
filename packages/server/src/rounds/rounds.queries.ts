import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'

export type RoundRow = Selectable<Tables['rounds']>

const roundById = prepareQuery<{ id: string }>()((db, value) => db.selectFrom('rounds').selectAll().where('id', '=', value('id')))

export const findRound = async (db: Db, id: string): Promise<RoundRow | undefined> => (await roundById(db, { id }))[0]

export const insertRound = async (trx: Db, row: RoundRow): Promise<void> => {
  await trx.insertInto('rounds').values(row).execute()
}

export const updateRound = async (trx: Db, row: RoundRow): Promise<void> => {
  const { bureau, id, ...values } = row
  await trx.updateTable('rounds').set(values).where('bureau', '=', bureau).where('id', '=', id).execute()
}

export const listRoundUnits = async (db: Db, bureau: string, round: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('assessments')
    .select('unit')
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .orderBy('unit')
    .execute()
  return rows.map((row) => row.unit)
}

export type Assignment = { readonly unit: string; readonly username: string }

export const listRoundInspectors = (db: Db, bureau: string, round: string): Promise<Assignment[]> =>
  db
    .selectFrom('round_inspectors')
    .select(['unit', 'username'])
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .orderBy('unit')
    .orderBy('username')
    .execute()

export const listInspectorsOfUnit = async (
  db: Db,
  bureau: string,
  round: string,
  unit: string,
): Promise<{ username: string; name: string }[]> =>
  db
    .selectFrom('round_inspectors')
    .innerJoin('users', 'users.username', 'round_inspectors.username')
    .select(['users.username', 'users.name'])
    .where('round_inspectors.bureau', '=', bureau)
    .where('round_inspectors.round', '=', round)
    .where('round_inspectors.unit', '=', unit)
    .orderBy('users.username')
    .execute()

export const replaceInspectors = async (
  trx: Db,
  bureau: string,
  round: string,
  assignments: readonly Assignment[],
): Promise<void> => {
  await trx.deleteFrom('round_inspectors').where('bureau', '=', bureau).where('round', '=', round).execute()
  for (const part of chunks(assignments)) {
    await trx.insertInto('round_inspectors').values(part.map((one) => ({ bureau, round, ...one }))).execute()
  }
}

/** Opens an empty draft for each unit. */
export const insertAssessments = async (
  trx: Db,
  bureau: string,
  round: string,
  units: readonly string[],
): Promise<void> => {
  for (const part of chunks(units)) {
    const rows = part.map((unit) => ({
      bureau,
      round,
      unit,
      stage: 'draft',
      budget: null,
      facts_version: 1,
      version: 1,
      updated_at: null,
    }))
    await trx.insertInto('assessments').values(rows).execute()
  }
}

/** Of these units, those in whose assessment anything was ever written: every write raises its version. */
export const listUnitsWithContent = async (
  trx: Db,
  bureau: string,
  round: string,
  units: readonly string[],
): Promise<string[]> => {
  const found: string[] = []
  for (const part of chunks(units)) {
    const rows = await trx
      .selectFrom('assessments')
      .select('unit')
      .where('bureau', '=', bureau)
      .where('round', '=', round)
      .where('unit', 'in', part)
      .where('version', '>', 1)
      .execute()
    found.push(...rows.map((row) => row.unit))
  }
  return found
}

export const deleteAssessments = async (
  trx: Db,
  bureau: string,
  round: string,
  units: readonly string[],
): Promise<void> => {
  for (const part of chunks(units)) {
    await trx
      .deleteFrom('assessments')
      .where('bureau', '=', bureau)
      .where('round', '=', round)
      .where('unit', 'in', part)
      .execute()
  }
}

/** What of these units a round has to know: that they exist, and where they belong. */
export const listUnitsByCode = async (
  db: Db,
  codes: readonly string[],
): Promise<{ code: string; name: string; kind: string; parent: string | null; bureau: string; out_of_use_at: string | null }[]> => {
  const found = []
  for (const part of chunks(codes)) {
    found.push(
      ...(await db
        .selectFrom('units')
        .select(['code', 'name', 'kind', 'parent', 'bureau', 'out_of_use_at'])
        .where('code', 'in', part)
        .execute()),
    )
  }
  return found
}

export const listUsersByName = async (
  db: Db,
  usernames: readonly string[],
): Promise<{ username: string; role: string; bureau: string }[]> => {
  const found = []
  for (const part of chunks(usernames)) {
    found.push(
      ...(await db.selectFrom('users').select(['username', 'role', 'bureau']).where('username', 'in', part).execute()),
    )
  }
  return found
}

/** Statements bear at most so many rows, so that no engine's limit on bound values is met. */
const chunks = <Item>(all: readonly Item[]): Item[][] => {
  const size = 100
  const parts: Item[][] = []
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size))
  return parts
}
