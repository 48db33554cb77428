import { subtract, sum, toDecimal, toPoints } from '@zicha/core'
import type { Objection } from '../../../api/contract.ts'

/**
 * The total that was signed, where decisions on objections changed it afterwards: each is taken back from what it is
 * now. Null where it still is what was signed.
 */
export const signedTotal = (now: number, signedAt: string, objections: readonly Pick<Objection, 'score' | 'decision'>[]): number | null => {
  const changes = objections.flatMap(({ score, decision }) =>
    decision === null || decision.outcome === 'refused' || decision.at <= signedAt ? [] : [subtract(toPoints(decision.score), toPoints(score))],
  )
  return changes.length === 0 ? null : toDecimal(subtract(toPoints(now), sum(changes)))
}
