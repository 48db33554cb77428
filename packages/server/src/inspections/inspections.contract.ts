import { z } from 'zod'
import { instant, sentence, sha256, username, uuid, version } from '../http/values.contract.ts'

/**
 * PUT R/inspections/{username}/items/{no}: a score unlike the self score needs a reason. `against` is the self score
 * that the inspector had before their eyes; where the school's is another by now, the mark is refused with 409.
 */
export const inspectionBody = z.strictObject({
  score: z.number(),
  reason: sentence.optional(),
  remark: z.string().trim().max(500).optional(),
  against: z.number().optional(),
})
export const inspectionMark = z.strictObject({
  inspector: username,
  no: z.int(),
  score: z.number(),
  reason: z.string().optional(),
  remark: z.string().optional(),
  selfScore: z.number(),
  difference: z.number(),
  version,
})

export type InspectionBody = z.infer<typeof inspectionBody>
export type InspectionMark = z.infer<typeof inspectionMark>

/** GET R/inspection: colleagues' scores of an item are seen only after one's own is sent. */
export const inspection = z.strictObject({
  items: z.array(
    z.strictObject({
      no: z.int(),
      max: z.number(),
      selfScore: z.number(),
      scores: z.array(
        z.strictObject({ inspector: username, name: z.string(), score: z.number(), reason: z.string().nullable(), remark: z.string().nullable(), version }),
      ),
      /** Who has marked it, where what they gave may not be seen yet: an inspector sees that a colleague was there, never the mark. */
      marked: z.array(z.strictObject({ inspector: username, name: z.string() })).exactOptional(),
      /** The item's inspection score; null while nobody marked it or two inspectors differ. */
      score: z.number().nullable(),
      settled: z.strictObject({ score: z.number(), reason: z.string(), by: username, version }).nullable(),
      /** The mark was changed by the decision of an objection: what it was before. */
      amended: z.strictObject({ former: z.number(), reason: z.string(), at: instant }).optional(),
      /** Photographs of originals that inspectors took, for both sides to see. `removed`: their keeping is over, the bytes are gone. */
      photos: z.array(z.strictObject({ sha256, name: z.string(), by: username, byName: z.string(), at: instant, removed: z.literal(true).exactOptional() })),
      /** Records whose originals an inspector saw. */
      seen: z.array(z.strictObject({ entry: uuid, by: username })),
    }),
  ),
  total: z.number().nullable(),
})
export type InspectionAnswer = z.infer<typeof inspection>

/** PUT R/inspection/settled/{no}: two inspectors differed and agreed on one mark. */
export const settleBody = z.strictObject({ score: z.number(), reason: sentence })
export type SettleBody = z.infer<typeof settleBody>
export const settledMark = z.strictObject({ no: z.int(), score: z.number(), reason: z.string(), by: username, version })
export type SettledMark = z.infer<typeof settledMark>
