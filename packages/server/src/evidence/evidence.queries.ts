import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

export type EvidenceRow = Selectable<Tables['evidence_files']>

/** A file belongs to the unit that sent it: the same hash elsewhere is another file. */
export const findEvidenceRow = (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  sha256: string,
): Promise<EvidenceRow | undefined> =>
  db
    .selectFrom('evidence_files')
    .selectAll()
    .where('bureau', '=', of.bureau)
    .where('unit', '=', of.unit)
    .where('sha256', '=', sha256)
    .executeTakeFirst()

export const insertEvidenceRow = async (trx: Db, row: EvidenceRow): Promise<void> => {
  await trx.insertInto('evidence_files').values(row).execute()
}

/** Of these hashes, the ones whose bytes the unit has sent; true: they were deleted since, when their keeping was over. */
export type ReceivedEvidence = ReadonlyMap<string, boolean>

export const listReceivedEvidence = async (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  hashes: readonly string[],
): Promise<ReceivedEvidence> => {
  const received = new Map<string, boolean>()
  for (let start = 0; start < hashes.length; start += mostBound) {
    const rows = await db
      .selectFrom('evidence_files')
      .select(['sha256', 'removed_at'])
      .where('bureau', '=', of.bureau)
      .where('unit', '=', of.unit)
      .where('sha256', 'in', hashes.slice(start, start + mostBound))
      .execute()
    for (const row of rows) received.set(row.sha256, row.removed_at !== null)
  }
  return received
}

/** The rows of these files that the unit has sent. */
export const listEvidenceRows = async (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  hashes: readonly string[],
): Promise<EvidenceRow[]> => {
  const found: EvidenceRow[] = []
  for (let start = 0; start < hashes.length; start += mostBound) {
    const rows = await db
      .selectFrom('evidence_files')
      .selectAll()
      .where('bureau', '=', of.bureau)
      .where('unit', '=', of.unit)
      .where('sha256', 'in', hashes.slice(start, start + mostBound))
      .execute()
    found.push(...rows)
  }
  return found
}

export type ReducedRow = Selectable<Tables['reduced_photos']>

export const findReducedRow = (db: Db, bureau: string, stored: string): Promise<ReducedRow | undefined> =>
  db
    .selectFrom('reduced_photos')
    .selectAll()
    .where('bureau', '=', bureau)
    .where('stored_sha256', '=', stored)
    .executeTakeFirst()

export const upsertReducedRow = async (trx: Db, row: ReducedRow): Promise<void> => {
  const { small_sha256, small_size } = row
  await trx
    .insertInto('reduced_photos')
    .values(row)
    .onConflict((same) => same.columns(['bureau', 'stored_sha256']).doUpdateSet({ small_sha256, small_size }))
    .execute()
}

/** Values bound in one statement, below every engine's limit. */
const mostBound = 500
