import { z } from 'zod'
import { code, instant, listQuery, sha256 } from '../http/values.contract.ts'
import { assessmentStage } from '../assessments/assessments.contract.ts'

/** GET /rounds/{id}/progress */
export const progress = z.strictObject({
  items: z.array(
    z.strictObject({
      unit: code,
      name: z.string(),
      stage: assessmentStage,
      answered: z.int(),
      criteria: z.int(),
      selfScore: z.number().nullable(),
      inspectionScore: z.number().nullable(),
      updatedAt: instant.nullable(),
      /** What the bureau may have to see to: 缺材料, 自改分, 两人分差; of a submitted one also what it left unanswered. */
      attention: z.array(z.string()),
      inspectors: z.array(z.string()),
    }),
  ),
  counts: z.record(assessmentStage, z.int()),
})
export type ProgressAnswer = z.infer<typeof progress>

/** GET /audit: forward from `after`, or newest first from `before` (`end`, then the answer's `next`). */
export const auditQuery = listQuery.extend({ before: z.string().max(20).optional() })
export const auditRow = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  requestId: z.string(),
  prev: sha256,
  hash: sha256,
})
export const auditList = z.strictObject({ items: z.array(auditRow), next: z.string().nullable() })
export type AuditAnswer = z.infer<typeof auditList>

export const health = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  schema: z.int(),
  engine: z.enum(['embedded', 'postgresql']),
  durable: z.boolean(),
  epoch: z.string(),
})
