import { ruleForMet } from './met.ts'
import type { RuleFor } from './rule-for.ts'

/** As an award, where the clause itself says 否则不得分 or equal words. */
export type AllOrNothing = { readonly kind: 'all_or_nothing'; readonly points: number; readonly condition: string }

export const allOrNothing: RuleFor<AllOrNothing> = ruleForMet({
  name: '全有或全无',
  meaning: 'As an award, where the clause itself says 否则不得分 or equal words.',
})
