import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'

export type SitePhotoRow = Selectable<Tables['site_photos']>
export type SeenRow = Selectable<Tables['seen_originals']>

type Of = { readonly item: number; readonly inspector: string }

export const findSitePhotoRow = (db: Db, key: AssessmentKey, of: Of, sha256: string): Promise<SitePhotoRow | undefined> =>
  db
    .selectFrom('site_photos')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', of.item)
    .where('inspector', '=', of.inspector)
    .where('sha256', '=', sha256)
    .executeTakeFirst()

export const insertSitePhotoRow = async (trx: Db, row: SitePhotoRow): Promise<void> => {
  await trx.insertInto('site_photos').values(row).execute()
}

export const deleteSitePhotoRow = async (trx: Db, { bureau, round, unit, item, inspector, sha256 }: SitePhotoRow): Promise<void> => {
  await trx
    .deleteFrom('site_photos')
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .where('item', '=', item)
    .where('inspector', '=', inspector)
    .where('sha256', '=', sha256)
    .execute()
}

/** With the names of those who took them, in the order they were taken. */
export const listSitePhotoRows = (db: Db, key: AssessmentKey): Promise<(SitePhotoRow & { readonly by_name: string | null })[]> =>
  db
    .selectFrom('site_photos')
    .leftJoin('users', 'users.username', 'site_photos.inspector')
    .selectAll('site_photos')
    .select('users.name as by_name')
    .where('site_photos.bureau', '=', key.bureau)
    .where('site_photos.round', '=', key.round)
    .where('site_photos.unit', '=', key.unit)
    .orderBy('site_photos.item')
    .orderBy('site_photos.at')
    .orderBy('site_photos.sha256')
    .execute()

export const findSeenRow = (db: Db, key: AssessmentKey, of: Of, entry: string): Promise<SeenRow | undefined> =>
  db
    .selectFrom('seen_originals')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .where('item', '=', of.item)
    .where('inspector', '=', of.inspector)
    .where('entry', '=', entry)
    .executeTakeFirst()

export const insertSeenRow = async (trx: Db, row: SeenRow): Promise<void> => {
  await trx.insertInto('seen_originals').values(row).execute()
}

export const deleteSeenRow = async (trx: Db, { bureau, round, unit, item, inspector, entry }: SeenRow): Promise<void> => {
  await trx
    .deleteFrom('seen_originals')
    .where('bureau', '=', bureau)
    .where('round', '=', round)
    .where('unit', '=', unit)
    .where('item', '=', item)
    .where('inspector', '=', inspector)
    .where('entry', '=', entry)
    .execute()
}

export const listSeenRows = (db: Db, key: AssessmentKey): Promise<SeenRow[]> =>
  db
    .selectFrom('seen_originals')
    .selectAll()
    .where('bureau', '=', key.bureau)
    .where('round', '=', key.round)
    .where('unit', '=', key.unit)
    .orderBy('item')
    .orderBy('entry')
    .orderBy('inspector')
    .execute()
