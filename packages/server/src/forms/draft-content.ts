import { ownKinds, parseCriteria, pointsFromThousandths, sum, titleLinesOf, toDecimal, toPoints } from '@zicha/core'
import type { Criterion, Finding, Form } from '@zicha/core'
import { z } from 'zod'
import type { DraftItemRow, DraftRow } from './drafts.queries.ts'
import { listEntryKinds } from './get-form.ts'

/** A stored draft with its columns read. The texts were written by this room, so that they parse. */
export type DraftContent = {
  readonly row: DraftRow
  readonly sections: readonly DraftSection[]
  readonly findings: readonly Finding[]
  readonly frame: Frame
  readonly items: readonly DraftItemContent[]
}

export type DraftItemContent = {
  readonly row: DraftItemRow
  readonly points: number
  readonly criteria: readonly Criterion[]
  /** Why the row's criteria cannot stand in a form; what the reader made of odd words may be such. */
  readonly faults: readonly Finding[]
  readonly read: readonly z.infer<typeof readSpan>[]
  readonly unread: readonly z.infer<typeof unreadSpan>[]
  readonly leftOut: readonly z.infer<typeof span>[]
  readonly doubts: readonly string[]
}

const span = z.strictObject({ start: z.int(), end: z.int() })
const readSpan = span.extend({ criterion: z.string() })
const unreadSpan = span.extend({ text: z.string() })
const frame = z.strictObject({
  heading: z.string(),
  unitLine: z.string(),
  dateLine: z.string(),
  columns: z.array(z.string()),
  totalRow: z.string(),
  signatureLine: z.string(),
})
export type Frame = z.infer<typeof frame>
/** `points` as the table or a person states them; null: what its items weigh together. */
const section = z.strictObject({ no: z.int(), name: z.string(), points: z.number().nullable(), items: z.array(z.int()) })
export type DraftSection = z.infer<typeof section>
const sections = z.array(section)
const findings = z.array(
  z.strictObject({ code: z.string(), level: z.enum(['error', 'warning']), where: z.string(), message: z.string() }),
)
const rawCriteria = z.array(z.looseObject({ id: z.string(), item: z.int(), points: z.number() }))

export const contentOfDraft = (row: DraftRow, items: readonly DraftItemRow[]): DraftContent => ({
  row,
  sections: sections.parse(JSON.parse(row.sections)),
  findings: findings.parse(JSON.parse(row.findings)),
  frame: frame.parse(JSON.parse(row.frame)),
  items: items.map(contentOfItem),
})

const contentOfItem = (row: DraftItemRow): DraftItemContent => {
  const stored: unknown = JSON.parse(row.criteria)
  const empty = Array.isArray(stored) && stored.length === 0
  const parsed = empty ? undefined : parseCriteria(stored, row.no)
  return {
    row,
    points: toDecimal(pointsFromThousandths(row.points)),
    criteria: parsed?.ok === true ? parsed.criteria : (rawCriteria.parse(stored) as unknown as readonly Criterion[]),
    faults: parsed?.ok === false ? parsed.findings : [],
    read: z.array(readSpan).parse(JSON.parse(row.read_spans)),
    unread: z.array(unreadSpan).parse(JSON.parse(row.unread_spans)),
    leftOut: z.array(span).parse(JSON.parse(row.left_out)),
    doubts: z.array(z.string()).parse(JSON.parse(row.doubts)),
  }
}

/** The form as it would be published, with the kinds that it brings along. */
export const formOfDraft = (draft: DraftContent, name: { readonly id: string; readonly edition: string }): Form => {
  const items = draft.items.map(({ row, points }) => ({
    no: row.no,
    section: row.section,
    points,
    duty: row.duty,
    clause: row.clause,
  }))
  const criteria = draft.items.flatMap((item) => item.criteria)
  const sections = draft.sections.map((section) => ({
    ...section,
    points: section.points ?? weightOf(items.filter((item) => item.section === section.no)),
  }))
  const brought = ownKinds({ criteria, items, sections }, listEntryKinds())
  return {
    ...name,
    title: draft.row.title,
    titleLines: titleLinesOf(draft.row.title),
    ...draft.frame,
    total: draft.row.total === null ? weightOf(sections) : toDecimal(pointsFromThousandths(draft.row.total)),
    sections,
    items,
    criteria,
    ...(brought.length === 0 ? {} : { entryKinds: brought }),
  }
}

const weightOf = (parts: readonly { readonly points: number }[]): number => toDecimal(sum(parts.map(({ points }) => toPoints(points))))
