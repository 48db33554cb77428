import { tidyCondition } from './condition.ts'
import type { Draft } from './draft.ts'
import type { Span } from './reading.ts'

/**
 * 建立制度（3分）, 未建立扣1分: an amount alone in a bracket before other marks is what that duty is worth.
 * Followed by deductions it is their full mark; followed by marks given it only heads them.
 */
export const settleHeadings = (drafts: readonly Draft[], points: number | undefined, plain: string): Draft[] => {
  const settled: Draft[] = []
  let carried: readonly Span[] = []
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1]
    const isValueOnly = sumsAmong(draft, drafts.slice(index + 1)) || isHeading(draft) && (headsOnly(draft, next, drafts.length, points, plain) || closesItem(draft, drafts[index - 1], next))
    if (isValueOnly) carried = [...carried, ...draft.spans]
    else {
      settled.push(carried.length === 0 ? draft : { ...draft, spans: [...carried, ...draft.spans] })
      carried = []
    }
  })
  const last = settled.at(-1)
  if (last !== undefined && carried.length > 0) settled[settled.length - 1] = { ...last, spans: [...last.spans, ...carried] }
  return settled
}

/** 制度建设10分，其中制度健全5分，执行到位5分: the sum of what is said behind it. */
const sumsAmong = (draft: Draft, following: readonly Draft[]): boolean => {
  const [next] = following
  if (draft.rule.kind !== 'award' || draft.statement.sign !== 'bare' || next === undefined || !/^[\s，；。：（]*其中/.test(next.words)) return false
  let rest = draft.rule.points
  for (const one of following) {
    if (one.rule.kind !== 'award' || rest <= 0) break
    rest = Math.round((rest - one.rule.points) * 1000) / 1000
  }
  return rest === 0
}

const headsOnly = (draft: Draft, next: Draft | undefined, count: number, points: number | undefined, plain: string): boolean => {
  if (next === undefined) return count > 1 && isValue(draft, points)
  if (isHeading(next)) return isValue(draft, points) || (opensList(draft, plain) && opensList(next, plain))
  return next.sign !== 'takes' && !isOnTop(draft, next, points)
}

/** 未完成一项扣1分。（5分）: an amount in a bracket of its own behind all other marks is what the item is worth. */
const closesItem = (draft: Draft, before: Draft | undefined, next: Draft | undefined): boolean =>
  next === undefined && before !== undefined && tidyCondition(draft.words) === '' && tidyCondition(draft.statement.outer ?? '') === ''

/** 发展新成员（4分）；其中有高级职称的再加2分: an addition in a segment of its own comes on top of the award before it. */
const isOnTop = (draft: Draft, next: Draft, points: number | undefined): boolean =>
  next.sign === 'adds' && next.statement.segment !== draft.statement.segment && draft.rule.kind === 'award' && draft.rule.points !== points && tidyCondition(draft.words) !== ''

/** 师资结构（3分）：（1）双师型教师比例（2分）：… the colon says that what follows is meant. */
export const opensList = (draft: Draft, plain: string): boolean => isHeading(draft) && /^\s*）\s*：/.test(plain.slice(draft.statement.end, draft.statement.end + 6))

const isHeading = (draft: Draft): boolean => draft.rule.kind === 'award' && draft.statement.bracketed === true && draft.statement.sign === 'bare'

const isValue = (draft: Draft, points: number | undefined): boolean => draft.rule.kind === 'award' && draft.rule.points === points
