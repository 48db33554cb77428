import type { EntryKind } from '../ledger/entry-kind.ts'
import type { FixedDay } from '../lunar.ts'
import type { Part } from '../rule/part.ts'
import type { UnitCondition } from './unit.ts'

/** One edition of an official form: its wording, and its rules as data. */
export type Form = {
  readonly id: string
  readonly title: string
  /** The title as it is set on the printed page, broken by sense. */
  readonly titleLines: readonly string[]
  readonly edition: string
  readonly heading: string
  readonly unitLine: string
  readonly dateLine: string
  readonly columns: readonly string[]
  readonly totalRow: string
  readonly signatureLine: string
  readonly total: number
  readonly sections: readonly FormSection[]
  readonly items: readonly FormItem[]
  readonly criteria: readonly Criterion[]
  /** Kinds of entry that this form brings along, beside the shared vocabulary. */
  readonly entryKinds?: readonly EntryKind[]
}

export type FormSection = {
  readonly no: number
  readonly name: string
  readonly points: number
  readonly items: readonly number[]
}

/** 条目: duty and clause are official wording, shown and printed exactly. */
export type FormItem = {
  readonly no: number
  readonly section: number
  readonly points: number
  readonly duty: string
  readonly clause: string
}

/** 评分点: what earns or loses points by itself. `id` is `item.n`. */
export type Criterion = {
  readonly id: string
  readonly item: number
  readonly points: number
  /** A short name of our own, for lists and cards: 专题会议. */
  readonly title: string
  /** The stretch of the official clause (or of the duty, where the clause is silent) that the rule was read from. */
  readonly source: string
  readonly parts: readonly FormPart[]
  /** All deductions of this criterion's parts together take at most so much. */
  readonly sharedCap?: number
  /** The question a person is asked in the quick check; absent: made from the rule. */
  readonly question?: string
  /** The same criterion in other words, where the clause asks one thing of 公办 and another of 民办 schools. */
  readonly byOwnership?: Readonly<Record<'public' | 'private', { readonly condition: string; readonly question: string }>>
  /** Kinds of ledger entry that suggest an answer to a person (never counted by themselves). */
  readonly suggestedBy: readonly string[]
  readonly evidence: readonly string[]
  /** True where the clause itself asks for papers or photographs. */
  readonly evidenceAsked: boolean
  /** Dates and rhythms on which something is due: month 3, each quarter, 重阳. */
  readonly due: readonly DueRule[]
  /** An interpretation that the clause does not state; shown to people as one. */
  readonly note?: string
  /** What the unit's own figures suggest, never counted by itself. */
  readonly proposal?: UnitProposal
}

/** A rule with its fact key and what feeds it. Scored parts of a criterion are keyed a, b, c in order; a lone one has none. */
export type FormPart = Part & {
  /** Entry kinds whose days answer a shortfall. Empty for every other kind. */
  readonly fedBy: readonly string[]
  /** Asked only of units of which this holds. */
  readonly onlyIf?: UnitCondition
}

export type DueRule =
  | { readonly every: 'month' | 'quarter' | 'half' | 'semester'; readonly label?: string }
  | { readonly month: number; readonly label?: string }
  | { readonly day: FixedDay; readonly label?: string }

export type { FixedDay }

/** A verdict that follows from the unit's own figures. */
export type UnitProposal =
  | { readonly by: 'party_organization' }
  | { readonly by: 'party_groups' }
  | { readonly by: 'budget_per_member'; readonly yuan: number }
  | { readonly by: 'no_retired_organization' }
  | { readonly by: 'no_stage'; readonly stage: 'primary' }
  | { readonly by: 'entries_in_years'; readonly years: number; readonly kind: string }
