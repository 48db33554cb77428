import { z } from 'zod'
import { name } from '../http/values.contract.ts'

const no = z.int().min(1).max(999)

/** POST R/paper-sheet/preview: bytes of a table that the school filled (docx, xlsx) → what would change. Nothing is kept. */
export const paperSheet = z.strictObject({
  fileName: z.string(),
  /** The unit as the paper names it, and whether that is this school; empty where it names none. */
  paperUnit: z.string(),
  isThisUnit: z.boolean(),
  items: z.array(
    z.strictObject({
      no,
      max: z.number(),
      /** As the paper has it; null where its cell is empty or could not be read. */
      score: z.number().nullable(),
      remark: z.string(),
      /** As the system has it; null while nobody answered. */
      present: z.number().nullable(),
      presentRemark: z.string(),
      changes: z.boolean(),
      findings: z.array(z.string()),
    }),
  ),
  findings: z.array(z.string()),
})
export type PaperSheet = z.infer<typeof paperSheet>

/** PUT R/paper-sheet: the bureau types in what a school sent, with the name that signed the paper. The same again: 200. */
export const paperSheetBody = z.strictObject({
  signedBy: name,
  items: z
    .array(z.strictObject({ no, score: z.number().min(0).max(1000).optional(), remark: z.string().trim().max(500).optional() }))
    .min(1)
    .max(400),
})
export type PaperSheetBody = z.infer<typeof paperSheetBody>
export const paperSheetAnswer = z.strictObject({ items: z.int().describe('How many items changed'), total: z.number() })
export type PaperSheetAnswer = z.infer<typeof paperSheetAnswer>
