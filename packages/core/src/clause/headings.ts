import type { Draft } from './draft.ts'
import type { Span } from './reading.ts'

/**
 * 建立制度（3分）, 未建立扣1分: an amount alone in a bracket before other marks is what that duty is worth.
 * Followed by deductions it is their full mark; followed by marks given it only heads them.
 */
export const settleHeadings = (drafts: readonly Draft[], points: number | undefined): Draft[] => {
  const settled: Draft[] = []
  let carried: readonly Span[] = []
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1]
    const isValueOnly = isHeading(draft) && headsOnly(draft, next, drafts.length, points)
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

const headsOnly = (draft: Draft, next: Draft | undefined, count: number, points: number | undefined): boolean => {
  if (next === undefined) return count > 1 && isValue(draft, points)
  if (isHeading(next)) return isValue(draft, points)
  return next.sign !== 'takes'
}

const isHeading = (draft: Draft): boolean => draft.rule.kind === 'award' && draft.statement.bracketed === true && draft.statement.sign === 'bare'

const isValue = (draft: Draft, points: number | undefined): boolean => draft.rule.kind === 'award' && draft.rule.points === points
