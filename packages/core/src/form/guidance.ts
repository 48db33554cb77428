import { z } from 'zod'
import type { Finding } from '../finding.ts'

/** Advice on one item in our own words, for each person who looks at it. Never a rule: marks follow the clause alone. */
export type ItemGuidance = {
  readonly no: number
  readonly clerk: string
  readonly secretary: string
  readonly inspector: string
}

const text = z.string().trim().min(1)

const guidanceSchema = z.strictObject({
  items: z.array(z.strictObject({ no: z.int().min(1), clerk: text, secretary: text, inspector: text })),
})

export type ParsedGuidance =
  | { readonly ok: true; readonly guidance: readonly ItemGuidance[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Guidance from a plain object `{items: […]}`; never throws. */
export const parseGuidance = (value: unknown): ParsedGuidance => {
  const parsed = guidanceSchema.safeParse(value)
  if (parsed.success) return { ok: true, guidance: parsed.data.items, findings: [] }
  const findings = parsed.error.issues.map(
    (issue): Finding => ({
      code: 'form.guidance_not_readable',
      level: 'error',
      where: issue.path.map(String).join('.'),
      message: '填表提示的写法不对，请核对条目号和三个角色的话。',
    }),
  )
  return { ok: false, findings }
}
