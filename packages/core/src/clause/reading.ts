import type { Part } from '../rule/part.ts'
import type { Shortfall } from '../rule/shortfall.ts'

/** A stretch of the clause as written: UTF-16 offsets, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** A shortfall whose clause may not say how many are required. */
export type ShortfallAsRead = Omit<Shortfall, 'required'> & { readonly required?: Shortfall['required'] }

/** A rule as a clause states it: the thirteen kinds, and a shortfall that may lack its count. */
export type RuleAsRead = Exclude<Part, Shortfall> | ShortfallAsRead

export type PartAsRead = {
  readonly rule: RuleAsRead
  /** The stretches that the rule was read from, in order. */
  readonly spans: readonly Span[]
  /** Fields of the rule that the words do not state outright, taken from the item's points or from the habit of such clauses. */
  readonly assumed: readonly string[]
  /** Number of the ；-segment that the rule stands in: rules of one segment speak of one duty. */
  readonly segment: number
  /** The full marks that a deduction takes from, where the clause gives them. */
  readonly full?: number
}

export type Unread = { readonly span: Span; readonly text: string }

/** Parts and unread stretches together cover every score word of the clause. */
export type Reading = { readonly parts: readonly PartAsRead[]; readonly unread: readonly Unread[] }
