import { z } from 'zod'

/** Values that many calls carry. Names of resources come from the caller, so that a retry is the same call. */
export const day = z.iso.date().describe('Plain day in Asia/Shanghai, YYYY-MM-DD')
export const instant = z.iso.datetime().describe('RFC 3339 instant in UTC')
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i)
  .describe('Code of a unit, round or form: letters, digits, dot, dash, underscore')
export const username = z
  .string()
  .regex(/^[\p{Script=Han}a-zA-Z0-9][\p{Script=Han}a-zA-Z0-9._-]{0,63}$/u)
  .describe('User name: letters, digits or Chinese characters')
export const uuid = z.uuid()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256, lower-case hex')
export const version = z.int().positive().describe('Rises by one with each change; also the ETag')
export const name = z.string().trim().min(1).max(120)
export const sentence = z.string().trim().min(1).max(500)

/** On a write from a queue that was taken over: the name of who gave it. It stands in the audit row beside who sends it. */
export const relayed = z.strictObject({ givenBy: name.optional() })

export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  after: z.string().max(200).optional(),
})

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

/** RFC 9457, with a code for programs, a sentence for people and what a retry would need. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  retry: z.enum(['now', 'later', 'after_sign_in', 'after_change', 'never']),
  current: z.unknown().optional(),
  requestId: z.string().optional(),
})
export type ProblemShape = z.infer<typeof problemShape>
