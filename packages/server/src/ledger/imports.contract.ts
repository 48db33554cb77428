import { z } from 'zod'
import { day, instant, sha256, uuid, version } from '../http/values.contract.ts'
import { entryBody } from './ledger.contract.ts'

const rowFinding = z.strictObject({ code: z.string(), level: z.enum(['error', 'warning']), where: z.string(), message: z.string() })

/** POST R/imports/preview: bytes of an old list (xlsx, docx, txt) → what each row would become. Nothing is kept. */
export const importPreview = z.strictObject({
  fileName: z.string(),
  year: z.int(),
  rows: z.array(
    z.strictObject({
      /** Row of the list, from 1, as its program shows it. */
      row: z.int(),
      /** Null where the list gives no exact day of this year: a person fills it in, or leaves the row out. */
      happenedOn: day.nullable(),
      title: z.string(),
      /** Empty where no kind is named: a person chooses. */
      countsAs: z.array(z.string()),
      note: z.string().optional(),
      reference: z.string().optional(),
      people: z.int().optional(),
      /** Criteria that this row would feed. */
      feeds: z.array(z.string()),
      late: z.boolean(),
      /** An entry of the same day with the same title is there already. */
      alreadyThere: z.boolean(),
      /** True where the row can be taken as it stands. */
      ready: z.boolean(),
      findings: z.array(rowFinding),
    }),
  ),
  /** What belongs to no row: the list as a whole. */
  findings: z.array(rowFinding),
  /** What the list holds and no entry takes, by the heads of its columns: 主持人, 应到. Names of persons are never taken. */
  left: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreview>

/** Photos that belong to a record which is there already: they are put behind what it names. */
const addition = z.strictObject({ entry: uuid, evidence: z.array(sha256).min(1).max(60) })

/**
 * PUT R/imports/{uuid}: the chosen rows of a list, or the days of a folder of photos, all or none. The same call again is
 * the same import; undone: 410.
 */
export const importBody = z.strictObject({
  fileName: z.string().trim().max(200).optional(),
  entries: z.array(entryBody.extend({ row: z.int().min(1).max(1_000_000).optional() })).max(500),
  additions: z.array(addition).max(500).optional(),
})
export type ImportBody = z.infer<typeof importBody>

/** The answer of PUT. DELETE R/imports/{uuid} takes its entries out again and its photos off the others: 204. */
export const importAnswer = z.strictObject({
  id: uuid,
  fileName: z.string().nullable(),
  /** Ids of the entries made, in the order of the rows. */
  entries: z.array(uuid),
  /** Records that stood before and were given photos. */
  additions: z.array(addition),
  late: z.int().describe('How many of them bear the mark 补录'),
  at: instant,
  by: z.string(),
  undoneAt: instant.nullable(),
  version,
})
export type ImportAnswer = z.infer<typeof importAnswer>

/** GET R/imports: newest first. */
export const importList = z.strictObject({ items: z.array(importAnswer) })
