import type { Db } from '../database/database.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'
import type { InspectionAnswer } from './inspections.contract.ts'
import { listSeenRows, listSitePhotoRows } from './on-site.queries.ts'

type Item = InspectionAnswer['items'][number]

/** What inspectors photographed and saw at a school, by item; both sides may look at it. */
export const loadOnSite = async (
  db: Db,
  key: AssessmentKey,
): Promise<{ readonly photosOf: (no: number) => Item['photos']; readonly seenOf: (no: number) => Item['seen'] }> => {
  const photos = await listSitePhotoRows(db, key)
  const seen = await listSeenRows(db, key)
  return {
    photosOf: (no) =>
      photos
        .filter(({ item }) => item === no)
        .map(({ sha256, name, inspector, by_name, at, removed_at }) => ({
          sha256, name, by: inspector, byName: by_name ?? inspector, at, ...(removed_at === null ? {} : { removed: true as const }),
        })),
    seenOf: (no) => seen.filter(({ item }) => item === no).map(({ entry, inspector }) => ({ entry, by: inspector })),
  }
}
