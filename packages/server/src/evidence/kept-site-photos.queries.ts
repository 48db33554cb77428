import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

type OfUnit = { readonly bureau: string; readonly round: string; readonly unit: string }

export type KeptSitePhoto = Pick<Selectable<Tables['site_photos']>, 'item' | 'inspector' | 'sha256' | 'stored_sha256' | 'stored_size' | 'removed_at'>

/** What inspectors photographed at a unit in one round; those whose bytes are gone among them. */
export const listSitePhotosOf = (db: Db, of: OfUnit): Promise<KeptSitePhoto[]> =>
  db
    .selectFrom('site_photos')
    .select(['item', 'inspector', 'sha256', 'stored_sha256', 'stored_size', 'removed_at'])
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', '=', of.unit)
    .orderBy('item')
    .orderBy('inspector')
    .orderBy('sha256')
    .execute()

/** The row stays with hash, name and sizes; from now on it says that its bytes are gone. */
export const markSiteRemoved = async (trx: Db, of: OfUnit, photo: KeptSitePhoto, by: { readonly at: string; readonly username: string }): Promise<void> => {
  await trx
    .updateTable('site_photos')
    .set({ removed_at: by.at, removed_by: by.username })
    .where('bureau', '=', of.bureau)
    .where('round', '=', of.round)
    .where('unit', '=', of.unit)
    .where('item', '=', photo.item)
    .where('inspector', '=', photo.inspector)
    .where('sha256', '=', photo.sha256)
    .execute()
}
