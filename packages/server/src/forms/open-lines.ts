import { lintForm } from '@zicha/core'
import type { Form } from '@zicha/core'
import { listEntryKinds } from './get-form.ts'
import type { DraftContent, DraftItemContent } from './draft-content.ts'

/**
 * What a person must settle before publishing, by item: stretches that went into no rule and what the reader was not
 * sure of, until somebody looked at the row; sums, caps and awards that do not add up, until they do.
 */
export const openLines = (draft: DraftContent, form: Form): ReadonlyMap<number, readonly string[]> => {
  const lines = new Map(draft.items.map((item): [number, string[]] => [item.row.no, ownLines(item)]))
  const kinds = [...listEntryKinds(), ...(form.entryKinds ?? [])].map((kind) => kind.name)
  for (const finding of lintForm(form, kinds)) {
    if (finding.level !== 'error') continue
    const place = placeOf(finding.where, form)
    lines.get(place.item)?.push(place.named ? finding.message : `${finding.where}：${finding.message}`)
  }
  return lines
}

const ownLines = (item: DraftItemContent): string[] => [
  ...item.faults.map((fault) => fault.message),
  ...(item.row.settled_by === null
    ? [
        ...item.unread.filter((one) => !item.leftOut.some((left) => sameSpan(one, left))).map(({ text }) => `“${shorten(text)}”没有读懂，请补上规则，或确认不计分。`),
        ...item.doubts,
      ]
    : []),
]

const sameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end
type Span = { readonly start: number; readonly end: number }

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text)

/** The row that a finding is shown at: its own, else the first of its section, else the first of the table. */
const placeOf = (where: string, form: Form): { readonly item: number; readonly named: boolean } => {
  const own = /^第(\d+)条$/.exec(where)?.[1] ?? /^(\d+)\.\d+$/.exec(where)?.[1]
  if (own !== undefined) return { item: Number(own), named: true }
  const section = form.sections.find((one) => one.name === where)
  return { item: section?.items[0] ?? form.items[0]?.no ?? 0, named: false }
}
