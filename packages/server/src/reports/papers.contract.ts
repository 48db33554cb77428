import { z } from 'zod'
import { code, day } from '../http/values.contract.ts'

/** GET R/papers: 活动记录册 (by month, then by item) or 佐证材料目录 (item, record, where the original lies). Bytes. */
export const paperQuery = z.strictObject({
  kind: z.enum(['ledger', 'evidence-index']),
  format: z.enum(['docx', 'pdf', 'xlsx']),
})
export type PaperQuery = z.infer<typeof paperQuery>

/** GET R/inspection/papers: 现场检查表 or 缺口清单; `sections` are numbers of duties, 1,3. Bytes. */
export const inspectionPaperQuery = z.strictObject({
  kind: z.enum(['sheet', 'gaps']),
  format: z.enum(['docx', 'pdf', 'xlsx']),
  sections: z
    .string()
    .regex(/^\d{1,3}(,\d{1,3}){0,98}$/)
    .transform((text) => text.split(',').map(Number))
    .optional(),
})
export type InspectionPaperQuery = z.infer<typeof inspectionPaperQuery>

/** GET R/feedback, R/objections/{uuid}/document, R/rectifications/notice: letters and the feedback sheet. Bytes. */
export const closingPaperQuery = z.strictObject({ format: z.enum(['docx', 'pdf']) })
export type ClosingPaperQuery = z.infer<typeof closingPaperQuery>

/** GET R/evidence.zip: every file that the records name, as 学校_条目_日期_序号.ext; of one item, 0 for those of none. Bytes. */
export const evidenceZipQuery = z.strictObject({ item: z.coerce.number().int().min(0).max(1000).optional() })

/** GET R/evidence-sizes: what the zip would hold, whole and item by item; `fits`: one zip can hold it all. */
export const evidenceSizes = z.strictObject({
  files: z.int(),
  bytes: z.int(),
  fits: z.boolean(),
  /** In the form's order; 0: records that speak for no item. A file stands with the first item of its record. */
  items: z.array(z.strictObject({ item: z.int(), duty: z.string(), files: z.int(), bytes: z.int() })),
})
export type EvidenceSizes = z.infer<typeof evidenceSizes>

const at = z.number().nullable()
/** GET R/compare?with={round}: one unit, year against year. Null where the other form has no such item. */
export const compareQuery = z.strictObject({ with: code })
export const comparison = z.strictObject({
  now: z.strictObject({ round: code, year: z.int(), total: z.number(), entries: z.int(), begun: z.boolean() }),
  before: z.strictObject({ round: code, year: z.int(), total: z.number(), entries: z.int(), begun: z.boolean() }),
  sameForm: z.boolean(),
  items: z.array(
    z.strictObject({
      no: z.int(),
      duty: z.string(),
      max: z.number(),
      now: z.number(),
      before: at,
      /** Null also where the year that has less is not over there: unanswered, or something still to come. */
      difference: at,
      open: z.boolean(),
      entriesNow: z.int(),
      entriesBefore: z.int().nullable(),
    }),
  ),
})
export type Comparison = z.infer<typeof comparison>

/** POST R/calendar-link → 201: the address of the own feed, shown this once; a former one ends. DELETE: 204. */
export const calendarLink = z.strictObject({ url: z.string() })
/** GET /calendars/{token}: text/calendar of what is due; no titles of records, no names. */

/** GET /storage-facts: what is stored where, counted; no content. */
export const storageFacts = z.strictObject({
  engine: z.enum(['embedded', 'postgresql']),
  items: z.array(
    z.strictObject({
      /** A name for programs: entries, evidence, people … */
      kind: z.string(),
      what: z.string(),
      where: z.enum(['database', 'folder', 'object_store']),
      count: z.int(),
      bytes: z.int().optional(),
    }),
  ),
  /** Until when the photos of each round are kept: as the bureau set it, else to the end of the next year. */
  rounds: z.array(z.strictObject({ round: code, year: z.int(), keepEvidenceUntil: day })),
})
export type StorageFacts = z.infer<typeof storageFacts>

/** GET /rounds/{id}/papers: 汇总表 in three faces. Bytes. */
export const roundPaperQuery = z.strictObject({ kind: z.literal('summary'), format: z.enum(['docx', 'pdf', 'xlsx']) })
export type RoundPaperQuery = z.infer<typeof roundPaperQuery>
