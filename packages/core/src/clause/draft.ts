import type { RuleAsRead, Span } from './reading.ts'
import type { Sign } from './mention.ts'
import type { Statement } from './statement.ts'
import { tidyCondition } from './condition.ts'

/** A rule in the making: one mention read by itself, before its neighbours change it. */
export type Draft = {
  readonly rule: RuleAsRead
  readonly sign: Exclude<Sign, 'bare'>
  readonly spans: readonly Span[]
  readonly assumed: readonly string[]
  readonly statement: Statement
  /** The condition's own words, before they were tidied; what levels and duties are compared by. */
  readonly words: string
  /** Index of the amount within a list (分别扣1分、2分). */
  readonly nth: number
  /** The full marks of the same duty, where an award before it gave them. */
  readonly full?: number
}

/** What a recogniser is given: the statement, its sign once 国家级5分 has taken over the verb before it, and one amount. */
export type Case = {
  readonly statement: Statement
  readonly sign: Exclude<Sign, 'bare'>
  readonly amount: number
  readonly nth: number
  /** The words of the condition for this amount. */
  readonly words: string
  /** The condition of the statement before it, for a bracket or a rate that has none of its own. */
  readonly inherited: string
  /** 1项1分，2项2分: the count of one is the first step, no rate. */
  readonly isFirstStep: boolean
  /** The item's points, where the table gives them. */
  readonly points: number | undefined
}

/** One kind of rule that a single statement can state; undefined where it does not. */
export type Recogniser = (given: Case) => Draft | undefined

/** A second rule that the same words state: 少一次或少一人扣0.5分. */
export const withUnit = (draft: Draft, rule: RuleAsRead): Draft => ({ ...draft, rule, nth: draft.nth + 1 })

export const spansOf = (statement: Statement): Span[] => [{ start: statement.leadSpan.start, end: statement.end }]

export const makeDraft = (given: Case, rule: RuleAsRead, assumed: readonly string[] = []): Draft => ({
  rule,
  sign: given.sign,
  spans: spansOf(given.statement),
  assumed,
  statement: given.statement,
  words: given.words,
  nth: given.nth,
})

/** The case's condition, or that of the statement before it where the case has none of its own. */
export const conditionOf = (given: Case, words: string): string => {
  const own = tidyCondition(words)
  if (/^(?:否则|反之)$/.test(own)) return `未做到：${tidyCondition(given.inherited)}`
  return own === '' ? tidyCondition(given.inherited) : own
}
