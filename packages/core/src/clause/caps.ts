import type { Draft } from './draft.ts'
import { isRated } from './rate.ts'
import type { RuleAsRead } from './reading.ts'
import type { Statement } from './statement.ts'

/** A cap and the drafts it bounds; none where nothing in its reach can bear it. */
export type Attachment = { readonly drafts: readonly Draft[]; readonly attached: boolean }

const canBear = (rule: RuleAsRead): boolean =>
  rule.kind === 'shortfall' || rule.kind === 'per_occurrence' || rule.kind === 'bonus'

const signOfRule = (draft: Draft): string => draft.sign

/**
 * 扣完2分为止 bounds the deductions of its own segment, 扣完为止 those of its sentence, 最高加5分 the additions before it;
 * where the nearest reach holds none, the next wider one is asked.
 */
export const attachCap = (
  drafts: readonly Draft[],
  cap: Statement,
  amountOf: (draft: Draft) => number | undefined,
): Attachment => {
  const before = drafts.filter((draft) => draft.statement.start < cap.start && matches(cap, draft))
  const reaches: ((draft: Draft) => boolean)[] = [
    (draft) => draft.statement.segment === cap.segment && !cap.toTheEnd && !isOfWholeItem(cap),
    (draft) => draft.statement.sentence === cap.sentence,
    (draft) => draft.statement.sentence === cap.sentence - 1,
    () => true,
  ]
  for (const reach of reaches) {
    const within = before.filter(reach)
    if (within.length === 0) continue
    const bearing = within.filter((draft) => canBear(draft.rule) && !('cap' in draft.rule))
    const counted = bearing.length === 0 ? countedAward(within.at(-1), cap) : undefined
    if (counted !== undefined) return { drafts: drafts.map((draft) => (draft === within.at(-1) ? counted : draft)), attached: true }
    if (bearing.length === 0) {
      const harmless = cap.toTheEnd === true || within.some((draft) => largest(draft.rule) === cap.amounts[0])
      return { drafts: harmless ? widen(drafts, within.at(-1), cap) : drafts, attached: harmless }
    }
    const capped = drafts.map((draft) => {
      if (!bearing.includes(draft)) return draft
      const amount = cap.amounts[0] ?? amountOf(draft)
      const spans = [...draft.spans, { start: cap.leadSpan.start, end: cap.end }]
      return amount === undefined
        ? { ...draft, spans }
        : { ...draft, spans, rule: { ...draft.rule, cap: amount } as RuleAsRead, assumed: cap.amounts.length === 0 ? [...draft.assumed, 'cap'] : draft.assumed }
    })
    return { drafts: capped, attached: true }
  }
  return { drafts, attached: false }
}

/** 有1项得1分，最多5分: more than the one may be given, so each counts. */
const countedAward = (draft: Draft | undefined, cap: Statement): Draft | undefined => {
  const [most] = cap.amounts
  if (draft === undefined || most === undefined || draft.statement.segment !== cap.segment || draft.sign === 'takes') return undefined
  const { rule } = draft
  const points = rule.kind === 'award' || rule.kind === 'bonus' ? rule.points : undefined
  if (points === undefined || points >= most || !isRated(draft.words, draft.statement.per) || !('condition' in rule)) return undefined
  return { ...draft, rule: { kind: 'bonus', each: points, cap: most, condition: rule.condition ?? '' }, spans: [...draft.spans, { start: cap.leadSpan.start, end: cap.end }] }
}

/** 每项加1分；每次加0.5分，此项最高3分: said of all that the sentence adds. */
const isOfWholeItem = (cap: Statement): boolean => cap.sign !== 'takes' && /^[\s，；]*[此本该]项$/.test(cap.lead)

const matches = (cap: Statement, draft: Draft): boolean => {
  const sign = signOfRule(draft)
  if (cap.sign === 'takes') return sign === 'takes'
  if (cap.sign === 'adds') return sign === 'adds' || (sign === 'gives' && draft.rule.kind === 'bonus')
  if (cap.sign === 'gives') return sign !== 'takes'
  return true
}

const largest = (rule: RuleAsRead): number | undefined => {
  switch (rule.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
      return rule.points
    case 'tiers':
      return Math.max(...rule.levels.map((level) => level.points))
    case 'grade_bands':
      return Math.max(...rule.bands.map((band) => ('points' in band ? band.points : band.max)))
    case 'discretionary':
      return rule.max
    case 'percentage':
      return rule.points
    default:
      return undefined
  }
}

const widen = (drafts: readonly Draft[], chosen: Draft | undefined, cap: Statement): Draft[] =>
  drafts.map((draft) => (draft === chosen ? { ...draft, spans: [...draft.spans, { start: cap.leadSpan.start, end: cap.end }] } : draft))
