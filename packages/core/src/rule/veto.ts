import { ruleForHolds } from './holds.ts'
import type { RuleFor } from './rule-for.ts'

/** The whole assessment fails or scores 0 where the condition holds. */
export type Veto = { readonly kind: 'veto'; readonly condition: string }

export const veto: RuleFor<Veto> = ruleForHolds({
  name: '一票否决',
  meaning: 'The whole assessment fails or scores 0 where the condition holds.',
  reach: 'form',
  spared: '不扣分',
  lost: (_part, place) => place.whole,
  effect: () => '一票否决，全表计0分',
})
