import { ruleForHolds } from './holds.ts'
import type { RuleFor } from './rule-for.ts'

/** The item scores 0 where the condition holds. */
export type ZeroIf = { readonly kind: 'zero_if'; readonly condition: string }

export const zeroIf: RuleFor<ZeroIf> = ruleForHolds({
  name: '有则本条不得分',
  meaning: 'The item scores 0 where the condition holds.',
  reach: 'item',
  spared: '不扣分',
  lost: (_part, place) => place.whole,
  effect: () => '本条不得分',
})
