import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

type FormerUnitsRow = Selectable<Tables['former_units']>

/** Codes of schools, as a row holds them. */
export const formerCodes = z.array(z.string())

export const findFormerUnits = (db: Db, username: string): Promise<FormerUnitsRow | undefined> =>
  db.selectFrom('former_units').selectAll().where('username', '=', username).executeTakeFirst()

export const upsertFormerUnits = async (trx: Db, row: FormerUnitsRow): Promise<void> => {
  const { units, version, bureau } = row
  await trx
    .insertInto('former_units')
    .values(row)
    .onConflict((same) => same.columns(['username']).doUpdateSet({ units, version, bureau }))
    .execute()
}
