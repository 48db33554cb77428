import { bracketAt, type Boundaries, type Bracket, findBoundaries, numberingAt } from './boundaries.ts'
import { findMentions } from './find-mentions.ts'
import type { Mention } from './mention.ts'
import type { Span } from './reading.ts'

/** A mention of marks with the words that lead up to it, and where both stand. */
export type Statement = Mention & {
  /** The score words themselves, as plain text. */
  readonly text: string
  /** The words since the last mention, or since the segment or bracket began. */
  readonly lead: string
  readonly leadSpan: Span
  /** The words between this mention and the next one of the segment. */
  readonly rest: string
  readonly sentence: number
  readonly segment: number
  readonly bracket?: Bracket
  /** Of a mention in a bracket: the words before the bracket, which it speaks of. */
  readonly outer?: string
}

/** The clause as a row of statements; every later step works on these, none on the text alone. */
export const findStatements = (plain: string): { readonly statements: readonly Statement[]; readonly boundaries: Boundaries } => {
  const boundaries = findBoundaries(plain)
  const mentions = findMentions(plain)
  const statements = mentions.map((mention, index): Statement => {
    const segment = boundaries.segment[mention.start] ?? 0
    const bracket = bracketAt(boundaries, mention.start)
    const from = leadStart(plain, boundaries, mention, mentions[index - 1], bracket)
    const next = mentions[index + 1]
    const segmentEnd = bracket?.close ?? boundaries.segmentEnd[segment] ?? plain.length
    const restEnd = next !== undefined && next.start < segmentEnd ? next.start : segmentEnd
    return {
      ...mention,
      text: plain.slice(mention.start, mention.end),
      leadSpan: { start: from, end: mention.start },
      lead: plain.slice(from, mention.start),
      rest: plain.slice(mention.end, restEnd),
      sentence: boundaries.sentence[mention.start] ?? 0,
      segment,
      ...(bracket === undefined ? {} : { bracket, outer: plain.slice(Math.min(leadStart(plain, boundaries, { ...mention, start: bracket.open }, mentions[index - 1], undefined), bracket.open), bracket.open) }),
    }
  })
  return { statements, boundaries }
}

const leadStart = (
  plain: string,
  boundaries: Boundaries,
  mention: Mention,
  before: Mention | undefined,
  bracket: Bracket | undefined,
): number => {
  const segment = boundaries.segment[mention.start] ?? 0
  if (bracket !== undefined && plain.slice(bracket.open + 1, mention.start).trim() === '')
    return leadStart(plain, boundaries, { ...mention, start: bracket.open }, before, undefined)
  const opened = bracket === undefined ? (boundaries.segmentStart[segment] ?? 0) : innerStart(plain, bracket, mention.start)
  const numbered = opened + (/^\s*/.exec(plain.slice(opened))?.[0].length ?? 0)
  let from = bracket === undefined ? numbered + numberingAt(plain, numbered) : opened
  const last = before === undefined ? 0 : endOf(boundaries, before, bracket)
  if (last > from) from = last
  else if (bracket === undefined && plain.slice(from, mention.start).trim() === '') {
    // 衔接紧凑，家长满意。20-30分: the words of an amount that stands in a sentence of its own are the sentence before.
    const previous = boundaries.segmentStart[(boundaries.segment[Math.max(0, opened - 1)] ?? 0)] ?? from
    from = Math.max(previous, last)
  }
  return Math.min(from, mention.start)
}

/** Inside a bracket a ； or 。 opens anew. */
const innerStart = (plain: string, bracket: Bracket, index: number): number => {
  const stop = Math.max(plain.lastIndexOf('；', index), plain.lastIndexOf('。', index))
  return stop > bracket.open ? stop + 1 : bracket.open + 1
}

/** A mention in a bracket that has closed ends with that bracket. */
const endOf = (boundaries: Boundaries, before: Mention, own: Bracket | undefined): number => {
  const held = bracketAt(boundaries, before.start)
  return held !== undefined && held !== own ? held.close + 1 : before.end
}
