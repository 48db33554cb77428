import { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { EntryKind } from './entry-kind.ts'

const text = z.string().trim().min(1)

const kindsSchema = z.strictObject({
  kinds: z.array(
    z.strictObject({
      name: text,
      group: text,
      goesWith: z.array(text).default([]),
      alsoCalled: z.array(text).default([]),
      standing: z.boolean().exactOptional(),
    }),
  ).min(1),
})

export type ParsedEntryKinds =
  | { readonly ok: true; readonly kinds: readonly EntryKind[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The shared vocabulary from a plain object `{kinds: […]}`: names once, every `goesWith` a kind that exists. */
export const parseEntryKinds = (value: unknown): ParsedEntryKinds => {
  const parsed = kindsSchema.safeParse(value)
  if (!parsed.success) {
    const findings = parsed.error.issues.map((issue) =>
      fault(issue.path.map(String).join('.'), '活动类型的写法不对，请核对。'),
    )
    return { ok: false, findings }
  }
  const { kinds } = parsed.data
  const findings = kinds.flatMap((kind, index) => faultsOf(kind, index, kinds))
  return findings.length > 0 ? { ok: false, findings } : { ok: true, kinds, findings: [] }
}

const faultsOf = (kind: EntryKind, index: number, kinds: readonly EntryKind[]): readonly Finding[] => {
  const where = `kinds[${index}]`
  const names = new Set(kinds.map((one) => one.name))
  const twice = kinds.findIndex((one) => one.name === kind.name) < index
  const strangers = kind.goesWith.filter((name) => !names.has(name) || name === kind.name)
  return [
    ...(twice ? [fault(where, `活动类型“${kind.name}”写了两次，请去掉一个。`)] : []),
    ...strangers.map((name) => fault(`${where}.goesWith`, `“${kind.name}”提到的“${name}”不是另一个活动类型，请核对。`)),
  ]
}

const fault = (where: string, message: string): Finding => ({
  code: 'ledger.kinds_not_readable',
  level: 'error',
  where,
  message,
})
