import { attachCap } from './caps.ts'
import { findStatements } from './statement.ts'
import { joinAllOrNothing, joinFullMarks } from './full-marks.ts'
import { joinLadders } from './ladders.ts'
import { joinPriceBehind } from './priced-behind.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'
import { readStatements } from './read-statements.ts'
import { toPlainText } from './plain-text.ts'
import { findUnread } from './unread.ts'
import { settleHeadings } from './headings.ts'
import type { Statement } from './statement.ts'
import { unwrapLines } from './unwrap-lines.ts'

/** A cell longer than this is no clause: it is handed back whole, so that no file can keep the reader busy. */
const longest = 5_000

/**
 * Reads one scoring clause. `points` are the item's, where the table gives them.
 * Parts come in the clause's order; what carries a score word and fits no kind is unread, never guessed.
 */
export const readClause = (text: string, points?: number): Reading => {
  if (text.length > longest) return { parts: [], unread: [{ span: { start: 0, end: text.length }, text }] }
  const unwrapped = unwrapLines(text)
  const { parts, unread } = readUnwrapped(unwrapped.text, points)
  if (unwrapped.text === text) return { parts, unread }
  return {
    parts: parts.map((part) => ({ ...part, spans: part.spans.map(unwrapped.asWritten) })),
    unread: unread.map(({ span }) => {
      const written = unwrapped.asWritten(span)
      return { span: written, text: text.slice(written.start, written.end) }
    }),
  }
}

const readUnwrapped = (text: string, points: number | undefined): Reading => {
  const plain = toPlainText(text)
  const { statements, boundaries } = findStatements(plain)
  const first = readStatements(statements, plain, points)
  const unread: Statement[] = [...first.unread]

  let drafts: readonly Draft[] = joinLadders(first.drafts, first.combines, points, plain)
  drafts = joinPriceBehind(drafts)
  drafts = settleHeadings(drafts, points, plain)
  drafts = joinFullMarks(drafts, points, first.caps, plain)
  drafts = joinAllOrNothing(drafts, plain)
  for (const cap of first.caps) {
    const { drafts: capped, attached } = attachCap(drafts, cap, (draft) => draft.full ?? points)
    drafts = capped
    if (!attached) unread.push(cap)
  }
  for (const statement of [...first.silent, ...first.combines]) {
    const neighbour = neighbourOf(drafts, statement)
    if (neighbour === undefined) unread.push(statement)
    drafts = drafts.map((draft) => (draft === neighbour ? widen(draft, statement) : draft))
  }
  const parts = drafts.map((draft) => ({
    rule: draft.rule,
    spans: [...draft.spans].sort((a, b) => a.start - b.start),
    assumed: [...new Set(draft.assumed)],
    segment: draft.statement.segment,
    ...(draft.full === undefined ? {} : { full: draft.full }),
  }))
  return { parts, unread: findUnread(text, plain, boundaries, parts, unread, statements) }
}

/** The draft that a silent statement joins: the last before it, else the first after it. */
const neighbourOf = (drafts: readonly Draft[], statement: Statement): Draft | undefined =>
  drafts.filter((draft) => draft.statement.start < statement.start).at(-1) ?? drafts[0]

const widen = (draft: Draft, statement: Statement): Draft => ({
  ...draft,
  spans: [...draft.spans, { start: statement.leadSpan.start, end: statement.end }],
})
