import { formatPoints, least, toPoints } from '../points.ts'
import { ruleForHolds } from './holds.ts'
import type { RuleFor } from './rule-for.ts'

/** A single condition that takes points. */
export type DeductIf = { readonly kind: 'deduct_if'; readonly points: number; readonly condition: string }

export const deductIf: RuleFor<DeductIf> = ruleForHolds({
  name: '有则扣分',
  meaning: 'A single condition that takes points.',
  reach: 'criterion',
  spared: '不扣分',
  lost: (part, place) => least(toPoints(part.points), place.whole),
  effect: (part, place) => `扣${formatPoints(least(toPoints(part.points), place.whole))}分`,
})
