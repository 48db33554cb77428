import { ruleForMet } from './met.ts'
import type { RuleFor } from './rule-for.ts'

/** The points if the condition is met, else 0. */
export type Award = { readonly kind: 'award'; readonly points: number; readonly condition: string }

export const award: RuleFor<Award> = ruleForMet({
  name: '做到得分',
  meaning: 'The points if the condition is met, else 0.',
})
