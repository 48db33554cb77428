import type { BureauCalendar } from '../calendar.ts'
import type { Facts } from '../facts/facts.ts'
import type { Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Points } from '../points.ts'

export type PlanInput = {
  readonly form: Form
  readonly entries: readonly Entry[]
  /** The answers as the score sees them: what the ledger gives, with a person's answers in their place. */
  readonly facts: Facts
  readonly unit: UnitProfile
  readonly year: number
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  readonly today: string
  readonly calendar?: BureauCalendar
  /** Marks that a person set, by criterion: whatever its records and answers say, the criterion has so much and asks for nothing more. */
  readonly ownMarks?: ReadonlyMap<string, Points>
}

/**
 * Where a unit stands today. During the year only what is over counts as lost: a month that passed without its meeting,
 * a count that the days left cannot make, an answer that takes points. `lost` is the sum of what `missing` loses.
 */
export type Plan = {
  readonly lost: Points
  /** The total if nothing more is lost: 不再失分得. Open questions count as still possible. */
  readonly reachable: Points
  /** The total if all that can be repaired is: 补齐得. */
  readonly full: Points
  readonly missing: readonly Missing[]
  readonly due: readonly Due[]
  readonly upcoming: readonly Due[]
  readonly lackingEvidence: readonly LackingEvidence[]
  readonly unanswered: readonly Unanswered[]
}

type About = {
  readonly criterion: string
  readonly item: number
  /** What it is called on a card: 集中学习. */
  readonly what: string
}

/**
 * `record_if_held`: a record may be added, if it was truly held. `answer_if_changed`: the answer may be set right where
 * things have changed. `none`: lost for good, or for a person to judge.
 */
export type Repair = 'record_if_held' | 'answer_if_changed' | 'none'

export type Missing = About & {
  /** The part's fact key: `5.3.a`. */
  readonly key: string
  /** 9月, 上半年; absent where it is no matter of time. */
  readonly period?: string
  readonly from?: string
  readonly to?: string
  /** How many are missing in that period; absent where nothing is counted. */
  readonly count?: number
  /** What it takes after the caps; 0 where a cap is used up already. */
  readonly loses: Points
  readonly kinds: readonly string[]
  readonly repair: Repair
}

export type Due = About & {
  readonly key: string
  /** 11月, 四季度, 重阳, 全年. */
  readonly period: string
  /** Last day on which it can be done without losing anything. */
  readonly deadline: string
  /** The day by which the form's own rhythm, or an even pace, would have it; absent once that day is past. */
  readonly advisedBy?: string
  /** How many are still to do by the deadline. */
  readonly count: number
  readonly loses: Points
  /** True where the clause counts it; false where a person's judgement decides in the end. */
  readonly certain: boolean
  readonly kinds: readonly string[]
}

/** A clause that itself asks for papers or photographs, and an entry (or an answer) without any. */
export type LackingEvidence = About & {
  readonly asks: readonly string[]
  /** The kind of record that such a paper belongs to, where the form names one. */
  readonly kind?: string
  readonly entry?: { readonly id: string; readonly title: string; readonly happenedOn: string }
}

export type Unanswered = About & { readonly points: Points; readonly question?: string }
