import { z } from 'zod'
import { factValue } from './assessments.contract.ts'

const mark = z.strictObject({ no: z.int(), score: z.number(), max: z.number() })

const criterion = z.strictObject({
  id: z.string(),
  score: z.number(),
  max: z.number(),
  status: z.enum(['scored', 'unanswered', 'not_applicable']),
  because: z.string(),
  entries: z.array(z.string()),
  override: z
    .strictObject({ score: z.number(), reason: z.string(), by: z.string(), computed: z.number() })
    .exactOptional(),
})

const signature = z.strictObject({
  signer: z.string(),
  name: z.string(),
  role: z.string(),
  kind: z.enum(['drawn', 'paper']),
  at: z.string(),
  /** SHA-256 of the RFC 8785 form of the whole signature, which names the sheet under which it stands. */
  hash: z.string(),
})

const amendment = z.strictObject({ no: z.int(), former: z.number(), score: z.number(), reason: z.string(), objection: z.string(), at: z.string() })

const inspectedItem = z.strictObject({
  no: z.int(),
  scores: z.array(
    z.strictObject({
      inspector: z.string(),
      name: z.string(),
      score: z.number(),
      reason: z.string().nullable(),
      remark: z.string().nullable(),
    }),
  ),
  settled: z.strictObject({ score: z.number(), reason: z.string(), by: z.string() }).nullable(),
  score: z.number().nullable(),
})

/**
 * What is sealed when an assessment is submitted, inspected or signed: everything that its marks and its document rest
 * on, so that they can be shown again whatever happens to the records, the unit or the form later.
 */
export const snapshotContent = z.strictObject({
  content: z.literal('zicha.assessment.1'),
  round: z.string(),
  form: z.string(),
  edition: z.string(),
  year: z.int(),
  stage: z.string(),
  at: z.string(),
  by: z.string(),
  unit: z.strictObject({ code: z.string(), name: z.string(), profile: z.record(z.string(), z.unknown()) }),
  bureau: z.string(),
  facts: z.record(z.string(), factValue.nullable()),
  self: z.strictObject({
    total: z.number(),
    criteria: z.array(criterion),
    items: z.array(mark.extend({ answered: z.boolean() })),
    sections: z.array(mark),
  }),
  remarks: z.record(z.string(), z.string()),
  /** Each record by its hash (SHA-256 of its RFC 8785 form): a later change of it would show. */
  entries: z.array(z.strictObject({ id: z.string(), version: z.int(), hash: z.string() })),
  inspection: z
    .strictObject({ items: z.array(inspectedItem), total: z.number().nullable(), inspectors: z.array(z.string()) })
    .exactOptional(),
  /** Who had signed the inspected sheet when the secretary signed for good. */
  signatures: z.array(signature).exactOptional(),
  /** Marks that decisions of objections changed, and the sheet that this one takes the place of. */
  amendments: z.array(amendment).exactOptional(),
  former: z.string().exactOptional(),
})
export type SnapshotContent = z.infer<typeof snapshotContent>
