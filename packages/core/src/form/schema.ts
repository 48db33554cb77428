import { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { Criterion, Form } from './form.ts'
import { partSchema, pointsSchema, repeats, text } from './part-schema.ts'

const label = text.exactOptional()

const dueRule = z.union([
  z.strictObject({ every: z.enum(['month', 'quarter', 'half', 'semester']), label }),
  z.strictObject({ month: z.int().min(1).max(12), label }),
  z.strictObject({ day: z.enum(['5.10', '12.9', '七一', '重阳', '春节']), label }),
])

const proposal = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('party_organization') }),
  z.strictObject({ by: z.literal('party_groups') }),
  z.strictObject({ by: z.literal('budget_per_member'), yuan: z.number().min(0) }),
  z.strictObject({ by: z.literal('no_retired_organization') }),
  z.strictObject({ by: z.literal('no_stage'), stage: z.literal('primary') }),
  z.strictObject({ by: z.literal('entries_in_years'), years: z.int().min(1), kind: text }),
])

const wording = z.strictObject({ condition: text, question: text })

const criterion = z.strictObject({
  id: z.string().regex(/^[1-9]\d*\.[1-9]\d*$/),
  item: z.int().exactOptional(),
  points: pointsSchema,
  title: text,
  source: text,
  parts: z.array(partSchema).min(1),
  sharedCap: pointsSchema.exactOptional(),
  question: text.exactOptional(),
  byOwnership: z.strictObject({ public: wording, private: wording }).exactOptional(),
  suggestedBy: z.array(text).default([]),
  evidence: z.array(text).default([]),
  evidenceAsked: z.boolean().default(false),
  due: z.array(dueRule).default([]),
  note: text.exactOptional(),
  proposal: proposal.exactOptional(),
})

const entryKind = z.strictObject({
  name: text.max(40),
  group: text,
  goesWith: z.array(text).default([]),
  alsoCalled: z.array(text).default([]),
})

const itemOf = (id: string): number => Number(id.split('.')[0])

const line = z.string()

const formSchema: z.ZodType<Form> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: text,
    titleLines: z.array(text).default([]),
    edition: text,
    heading: line.default(''),
    unitLine: line.default(''),
    dateLine: line.default(''),
    columns: z.array(text).min(1),
    totalRow: line.default(''),
    signatureLine: line.default(''),
    total: pointsSchema,
    sections: z.array(
      z.strictObject({ no: z.int().min(1), name: text, points: pointsSchema, items: z.array(z.int().min(1)) }),
    ).min(1),
    items: z.array(
      z.strictObject({ no: z.int().min(1), section: z.int().min(1), points: pointsSchema, duty: line, clause: text }),
    ).min(1),
    criteria: z.array(criterion).min(1),
    entryKinds: z.array(entryKind).exactOptional(),
  })
  .superRefine((form, context) => {
    const say = (path: readonly (string | number)[], reason: string) =>
      context.addIssue({ code: 'custom', path: [...path], params: { reason } })
    if (repeats(form.sections.map((one) => one.no))) say(['sections'], 'repeated')
    if (repeats(form.items.map((one) => one.no))) say(['items'], 'repeated')
    if (repeats(form.criteria.map((one) => one.id))) say(['criteria'], 'repeated')
    if (repeats((form.entryKinds ?? []).map((one) => one.name))) say(['entryKinds'], 'repeated')
    form.items.forEach((item, index) => {
      const home = form.sections.find((section) => section.no === item.section)
      if (home === undefined || !home.items.includes(item.no)) say(['items', index, 'section'], 'not_in_section')
    })
    form.sections.forEach((section, index) => {
      const missing = section.items.some((no) => !form.items.some((item) => item.no === no))
      if (missing) say(['sections', index, 'items'], 'no_such_item')
    })
    form.criteria.forEach((one, index) => {
      const no = itemOf(one.id)
      if (one.item !== undefined && one.item !== no) say(['criteria', index, 'item'], 'id_of_other_item')
      if (!form.items.some((item) => item.no === no)) say(['criteria', index, 'id'], 'no_such_item')
    })
  })
  .transform((form) => ({
    ...form,
    titleLines: form.titleLines.length > 0 ? form.titleLines : [form.title],
    criteria: form.criteria.map((one) => ({ ...one, item: itemOf(one.id) })),
  }))

export type ParsedForm =
  | { readonly ok: true; readonly form: Form; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * A form from a plain object (form.yaml read as data, or a stored form): every member known, points exact,
 * ids and items joined up. Whether the sums add up is the lint's question. Never throws; all faults at once.
 */
export const parseForm = (value: unknown): ParsedForm => {
  const parsed = formSchema.safeParse(value)
  if (parsed.success) return { ok: true, form: parsed.data, findings: [] }
  return { ok: false, findings: parsed.error.issues.map(findingFromIssue) }
}

export type ParsedCriteria =
  | { readonly ok: true; readonly criteria: readonly Criterion[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The criteria of one item from plain data, as a person settles them: by the same rules as a whole form's. */
export const parseCriteria = (value: unknown, item: number): ParsedCriteria => {
  const parsed = criteriaOfItem(item).safeParse({ criteria: value })
  if (!parsed.success) return { ok: false, findings: parsed.error.issues.map(findingFromIssue) }
  return { ok: true, criteria: parsed.data.criteria.map((one) => ({ ...one, item })), findings: [] }
}

const criteriaOfItem = (item: number) =>
  z.strictObject({ criteria: z.array(criterion).min(1) }).superRefine(({ criteria }, context) => {
    const say = (path: readonly (string | number)[], reason: string) =>
      context.addIssue({ code: 'custom', path: [...path], params: { reason } })
    if (repeats(criteria.map((one) => one.id))) say(['criteria'], 'repeated')
    criteria.forEach((one, index) => {
      if (itemOf(one.id) !== item || (one.item !== undefined && one.item !== item)) say(['criteria', index, 'id'], 'id_of_other_item')
    })
  })

/** A fault that zod names, as a finding: the place as a path, the sentence in Chinese. */
export const findingFromIssue = (issue: z.core.$ZodIssue): Finding => ({
  code: issue.code === 'unrecognized_keys' ? 'form.unknown_member' : 'form.not_readable',
  level: 'error',
  where: pathOf(issue.path),
  message: sentenceOf(issue),
})

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((whole, step) => {
    if (typeof step === 'number') return `${whole}[${step}]`
    return whole === '' ? String(step) : `${whole}.${String(step)}`
  }, '')

const reasons: Readonly<Record<string, string>> = {
  inexact: '分值最多三位小数，请改写。',
  not_counted: '只有按次数算的能由活动记录计入，请去掉fedBy。',
  bonus_without_points: '加分规则要写明加几分（points或each）。',
  min_above_max: '最低分高于最高分，请核对。',
  repeated: '编号或名称有重复，请核对。',
  not_in_section: '这一条没有列在它的责任主清单里，请核对section和items。',
  no_such_item: '没有这个条目，请核对编号。',
  id_of_other_item: '评分点的编号与所属条目不一致，请核对。',
}

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const place = pathOf(issue.path) || '表格'
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${place}里有不认识的项：${issue.keys.join('、')}。请核对写法或去掉。`
    case 'custom':
      return `${place}：${reasons[String(issue.params?.['reason'])] ?? '写法不对，请核对。'}`
    case 'invalid_type':
      return issue.input === undefined
        ? `${place}没有写，请补上。`
        : `${place}的写法不对，应是${issue.expected}，请核对。`
    case 'too_small':
      return `${place}太短或太小，请补全。`
    case 'invalid_union':
      return `${place}的写法不在约定之内，请核对。`
    default:
      return `${place}的写法不对，请核对。`
  }
}
