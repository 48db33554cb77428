import { tidyCondition } from './condition.ts'
import type { Draft } from './draft.ts'

/** True where `price` is an amount alone in a bracket directly behind `draft`. */
const isPriceOf = (price: Draft | undefined, draft: Draft): boolean =>
  price?.rule.kind === 'award' &&
  price.statement.bracketed === true &&
  price.statement.bracket !== undefined &&
  price.statement.bracket.open === draft.statement.end

/** 按完成比例得分（5分）, 否则不得分（10分）, 每例扣2分（5分）: the amount in the bracket is what the words before it are worth. */
export const joinPriceBehind = (drafts: readonly Draft[]): Draft[] => {
  const joined: Draft[] = []
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const price = drafts[index + 1]
    const priced = price !== undefined && isPriceOf(price, draft) ? withPrice(draft, price) : undefined
    joined.push(priced ?? draft)
    if (priced !== undefined) index++
  }
  return joined
}

/** 每例扣2分（5分）: the duty is worth five, the finding takes two. */
const isTaking = ({ rule }: Draft, worth: number): boolean =>
  (rule.kind === 'shortfall' || rule.kind === 'per_occurrence' ? rule.deduct_each : rule.kind === 'deduct_if' ? rule.points : Infinity) < worth

const withPrice = (draft: Draft, price: Draft): Draft | undefined => {
  const points = price.rule.kind === 'award' ? price.rule.points : 0
  const spans = [...draft.spans, { start: draft.statement.end, end: price.statement.end }]
  if (draft.rule.kind === 'percentage' && draft.rule.points === undefined && draft.sign !== 'takes') return { ...draft, rule: { ...draft.rule, points }, spans }
  if (isTaking(draft, points)) return { ...draft, rule: draft.rule.kind === 'shortfall' ? { ...draft.rule, points } : draft.rule, spans, full: points }
  const otherwise = /[，；。\s]*否则[，\s]*$/.exec(draft.words)
  if (draft.rule.kind !== 'zero_if' || otherwise === null) return undefined
  const words = draft.words.slice(0, otherwise.index)
  return tidyCondition(words) === '' ? undefined : { ...draft, rule: { kind: 'all_or_nothing', points, condition: tidyCondition(words) }, sign: 'gives', spans, words }
}
