import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type SignatureRow = Selectable<Tables['signatures']>

/** What was signed under one sealed sheet, in the order of signing. Written by the room of closing. */
export const listSignatureRows = (db: Db, key: AssessmentKey, sheet: string): Promise<SignatureRow[]> =>
  db
    .selectFrom('signatures')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('sheet', '=', sheet)
    .orderBy('at')
    .orderBy('signer')
    .execute()

/** The sheet that is signed: what stood when the inspection was done last. */
export const findInspectedHash = async (db: Db, key: AssessmentKey): Promise<string | undefined> => {
  const row = await db
    .selectFrom('snapshots')
    .select('hash')
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('stage', '=', 'inspected')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.hash
}
