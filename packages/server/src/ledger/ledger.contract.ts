import { z } from 'zod'
import { day, instant, listOf, sha256, uuid, version } from '../http/values.contract.ts'

export const evidenceOf = z.union([
  z.strictObject({ sha256 }),
  z.strictObject({ reference: z.string().trim().min(1).max(200), place: z.string().trim().max(200).optional() }),
])

/** PUT R/entries/{uuid}: what happened; one entry counts for every criterion that it serves. */
export const entryBody = z.strictObject({
  countsAs: z.array(z.string().max(40)).min(1).max(12),
  title: z.string().trim().min(1).max(120),
  happenedOn: day,
  note: z.string().trim().max(2000).optional(),
  people: z.int().min(0).max(100_000).optional(),
  evidence: z.array(evidenceOf).max(60).optional(),
  capturedAt: instant.optional(),
})
export type EntryBody = z.infer<typeof entryBody>
export const entry = entryBody.extend({
  id: uuid,
  recordedAt: instant,
  /** A user name, or the department that wrote by a link: 德育处(链接). */
  recordedBy: z.string(),
  /** 补录: recorded long after it happened; shown, never hidden. */
  late: z.boolean(),
  feeds: z.array(z.string()),
  missing: z.array(sha256),
  /** Of its photos, those whose keeping is over and whose bytes were deleted; absent where there are none. */
  removed: z.array(sha256).exactOptional(),
  version,
})
export type LedgerEntry = z.infer<typeof entry>
export const entryList = listOf(entry)

/** GET R/last-year: what the unit recorded in its last round of an earlier year, as suggestions need it; `year` null where there was none. */
export const lastYear = z.strictObject({
  year: z.int().nullable(),
  items: z.array(entryBody.pick({ happenedOn: true, title: true, countsAs: true })),
})
export type LastYear = z.infer<typeof lastYear>

export const entryKind = z.strictObject({
  name: z.string(),
  group: z.string(),
  goesWith: z.array(z.string()),
  alsoCalled: z.array(z.string()),
  /** True where what it leaves goes on holding: 章程, 议事规则. */
  standing: z.boolean().exactOptional(),
})
/** GET /entry-kinds */
export const entryKindList = z.strictObject({ items: z.array(entryKind) })
