import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { keepUntilOf } from '../rounds/keep-until.ts'
import { findRound, listRoundUnits } from '../rounds/rounds.queries.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { KeptPhotos } from './kept-photos.contract.ts'
import { listNamings, listPhotoRows } from './kept-photos.queries.ts'
import type { PhotoRow } from './kept-photos.queries.ts'
import { listSitePhotosOf } from './kept-site-photos.queries.ts'
import type { KeptSitePhoto } from './kept-site-photos.queries.ts'

/** A round whole, or one unit's part of it. */
export type PhotosOf = { readonly round: string; readonly unit?: string | undefined }

/** Raises 404 where the round does not ask the unit. */
export const getPhotosRound = async (db: Db, of: PhotosOf): Promise<{ readonly round: RoundRow; readonly units: readonly string[] }> => {
  const round = await findRound(db, of.round)
  if (round === undefined) throw notFound()
  const units = await listRoundUnits(db, round.bureau, round.id)
  if (of.unit === undefined) return { round, units }
  if (!units.includes(of.unit)) throw notFound()
  return { round, units: [of.unit] }
}

/** True once the last day of keeping is over. */
export const isKeepingOver = (round: RoundRow, now: Date): boolean => dayFromInstant(now.toISOString()) > keepUntilOf(round)

export const showKeptPhotos = async (db: Db, of: PhotosOf, now: Date): Promise<KeptPhotos> => {
  const { round, units } = await getPhotosRound(db, of)
  const counted: KeptPhotos['units'] = []
  for (const unit of units) {
    const { present, gone } = await photosOfRound(db, round, unit, now)
    const onSite = await sitePhotosOfRound(db, round, unit)
    counted.push({
      unit,
      photos: present.length + onSite.present.length,
      onSite: onSite.present.length,
      bytes: sizeOf([...present, ...onSite.present]),
      removed: gone.length + onSite.gone.length,
    })
  }
  const sum = (of: (one: (typeof counted)[number]) => number): number => counted.reduce((total, one) => total + of(one), 0)
  return {
    keepUntil: keepUntilOf(round),
    open: isKeepingOver(round, now),
    photos: sum((one) => one.photos),
    onSite: sum((one) => one.onSite),
    bytes: sum((one) => one.bytes),
    removed: sum((one) => one.removed),
    units: counted,
  }
}

/**
 * The photos of one unit that belong to a round: named by its records, or by none and sent before its keeping ended. A
 * photo that another round still keeps is that round's.
 */
export const photosOfRound = async (
  db: Db,
  round: RoundRow,
  unit: string,
  now: Date,
): Promise<Parted<PhotoRow>> => {
  const key = { bureau: round.bureau, unit }
  const today = dayFromInstant(now.toISOString())
  const here = new Set<string>()
  const anywhere = new Set<string>()
  const keptElsewhere = new Set<string>()
  for (const naming of await listNamings(db, key)) {
    for (const [, sha256 = ''] of naming.evidence.matchAll(/"sha256":"([0-9a-f]{64})"/g)) {
      anywhere.add(sha256)
      if (naming.round === round.id) here.add(sha256)
      else if (today <= keepUntilOf(naming)) keptElsewhere.add(sha256)
    }
  }
  const isOurs = ({ sha256, created_at }: PhotoRow): boolean =>
    !keptElsewhere.has(sha256) && (anywhere.has(sha256) ? here.has(sha256) : dayFromInstant(created_at) <= keepUntilOf(round))
  return partByBytes((await listPhotoRows(db, key)).filter(isOurs))
}

/** What inspectors photographed at a unit in a round; such a photograph is named by this round alone. */
export const sitePhotosOfRound = async (db: Db, round: RoundRow, unit: string): Promise<Parted<KeptSitePhoto>> =>
  partByBytes(await listSitePhotosOf(db, { bureau: round.bureau, round: round.id, unit }))

type Parted<Row> = { readonly present: readonly Row[]; readonly gone: readonly Row[] }

const partByBytes = <Row extends { readonly removed_at: string | null }>(rows: readonly Row[]): Parted<Row> => ({
  present: rows.filter((row) => row.removed_at === null),
  gone: rows.filter((row) => row.removed_at !== null),
})

const sizeOf = (rows: readonly Pick<PhotoRow, 'stored_size'>[]): number => rows.reduce((total, row) => total + row.stored_size, 0)
