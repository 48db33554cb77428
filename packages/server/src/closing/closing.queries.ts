import type { Selectable } from 'kysely'
import type { SignatureRow } from '../assessments/signatures.queries.ts'
import type { SnapshotRow } from '../assessments/assessments.queries.ts'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type DeadlinesRow = Selectable<Tables['closing_deadlines']>

export const findSignatureRow = (db: Db, key: AssessmentKey, sheet: string, signer: string): Promise<SignatureRow | undefined> =>
  db
    .selectFrom('signatures')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('sheet', '=', sheet)
    .where('signer', '=', signer)
    .executeTakeFirst()

export const insertSignatureRow = async (trx: Db, row: SignatureRow): Promise<void> => {
  await trx.insertInto('signatures').values(row).execute()
}

export const updateSignatureRow = async (trx: Db, row: SignatureRow): Promise<void> => {
  const { bureau, round, unit, sheet, signer, ...values } = row
  await trx
    .updateTable('signatures')
    .set(values)
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .where('sheet', '=', sheet)
    .where('signer', '=', signer)
    .execute()
}

/** The secretaries of a school whose accounts are open. */
export const listSecretaries = (db: Db, unit: string): Promise<{ username: string; name: string }[]> =>
  db
    .selectFrom('users')
    .select(['username', 'name'])
    .where('unit', '=', unit)
    .where('role', '=', 'secretary')
    .where('active', '=', 1)
    .orderBy('username')
    .execute()

/** Sealed sheets whose hash begins so, newest first. Hashes are lower-case hex, so everything before `g` is meant. */
export const listSnapshotsByHash = (db: Db, beginning: string): Promise<SnapshotRow[]> =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('hash', '>=', beginning)
    .where('hash', '<', `${beginning}g`)
    .orderBy('at', 'desc')
    .limit(1)
    .execute()

export const findDeadlinesRow = (db: Db, of: { readonly bureau: string; readonly round: string }): Promise<DeadlinesRow | undefined> =>
  db.selectFrom('closing_deadlines').selectAll().where('bureau', '=', of.bureau).where('round', '=', of.round).executeTakeFirst()

export const upsertDeadlinesRow = async (trx: Db, row: DeadlinesRow): Promise<void> => {
  const { bureau: _bureau, round: _round, ...values } = row
  await trx
    .insertInto('closing_deadlines')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'round']).doUpdateSet(values))
    .execute()
}
