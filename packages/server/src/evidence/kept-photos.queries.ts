import type { Db } from '../database/database.ts'

type OfUnit = { readonly bureau: string; readonly unit: string }

export type PhotoRow = {
  readonly sha256: string
  readonly stored_sha256: string
  readonly stored_size: number
  readonly created_at: string
  readonly removed_at: string | null
}

/** The photos that a unit sent, in the order of their hashes; those whose bytes are gone among them. */
export const listPhotoRows = (db: Db, of: OfUnit): Promise<PhotoRow[]> =>
  db
    .selectFrom('evidence_files')
    .select(['sha256', 'stored_sha256', 'stored_size', 'created_at', 'removed_at'])
    .where('bureau', '=', of.bureau)
    .where('unit', '=', of.unit)
    .where('stored_type', '=', 'image/jpeg')
    .orderBy('sha256')
    .execute()

type Naming = { readonly round: string; readonly evidence: string; readonly year: number; readonly keep_evidence_until: string | null }

/**
 * What the records of a unit name, in every round it ever was in, deleted records too: they may be taken back; and what
 * shows that something was put right, or an objection.
 */
export const listNamings = async (db: Db, of: OfUnit): Promise<Naming[]> => [
  ...(await listNamedByEntries(db, of)),
  ...(await listNamedBySteps(db, of)),
  ...(await listNamedByObjections(db, of)),
]

const listNamedBySteps = async (db: Db, of: OfUnit): Promise<Naming[]> => {
  const rows = await db
    .selectFrom('rectification_steps')
    .innerJoin('rounds', (join) => join.onRef('rounds.bureau', '=', 'rectification_steps.bureau').onRef('rounds.id', '=', 'rectification_steps.round'))
    .select(['rectification_steps.round', 'rectification_steps.before', 'rectification_steps.after', 'rounds.year', 'rounds.keep_evidence_until'])
    .where('rectification_steps.bureau', '=', of.bureau)
    .where('rectification_steps.unit', '=', of.unit)
    .execute()
  return rows.map(({ before, after, ...row }) => ({ ...row, evidence: `${before}${after}` }))
}

const listNamedByObjections = (db: Db, of: OfUnit): Promise<Naming[]> =>
  db
    .selectFrom('objections')
    .innerJoin('rounds', (join) => join.onRef('rounds.bureau', '=', 'objections.bureau').onRef('rounds.id', '=', 'objections.round'))
    .select(['objections.round', 'objections.evidence', 'rounds.year', 'rounds.keep_evidence_until'])
    .where('objections.bureau', '=', of.bureau)
    .where('objections.unit', '=', of.unit)
    .execute()

const listNamedByEntries = (db: Db, of: OfUnit): Promise<Naming[]> =>
  db
    .selectFrom('entries')
    .innerJoin('rounds', (join) => join.onRef('rounds.bureau', '=', 'entries.bureau').onRef('rounds.id', '=', 'entries.round'))
    .select(['entries.round', 'entries.evidence', 'rounds.year', 'rounds.keep_evidence_until'])
    .where('entries.bureau', '=', of.bureau)
    .where('entries.unit', '=', of.unit)
    .where('entries.evidence', 'like', '%"sha256"%')
    .execute()

/** Small copies of photos: forgotten with them. Answers the hashes of their bytes. */
export const forgetReduced = async (trx: Db, bureau: string, stored: readonly string[]): Promise<string[]> => {
  const rows = await trx
    .deleteFrom('reduced_photos')
    .where('bureau', '=', bureau)
    .where('stored_sha256', 'in', [...stored])
    .returning('small_sha256')
    .execute()
  return rows.map((row) => row.small_sha256)
}

/** The row stays with hash, name and sizes; from now on it says that its bytes are gone. */
export const markRemoved = async (trx: Db, of: OfUnit, hashes: readonly string[], by: { readonly at: string; readonly username: string }): Promise<void> => {
  await trx
    .updateTable('evidence_files')
    .set({ removed_at: by.at, removed_by: by.username })
    .where('bureau', '=', of.bureau)
    .where('unit', '=', of.unit)
    .where('sha256', 'in', [...hashes])
    .execute()
}
