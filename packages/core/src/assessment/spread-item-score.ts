import { add, clamp, subtract, sum, zero, type Points } from '../points.ts'

export type Share = { readonly id: string; readonly score: Points; readonly max: Points }

/**
 * One mark for a whole item, as a paper sheet has it, put on its criteria: what the rules gave stays where it can; what
 * the paper has more goes to the first that have room, what it has less is taken from the last. Beyond the item's maximum
 * nothing is given.
 */
export const spreadItemScore = (criteria: readonly Share[], score: Points): readonly Share[] => {
  const wanted = clamp(score, sum(criteria.map(({ max }) => max)))
  const given = sum(criteria.map((one) => one.score))
  if (wanted >= given) return spread(criteria, subtract(wanted, given), (one) => subtract(one.max, one.score), add)
  return spread(criteria.toReversed(), subtract(given, wanted), (one) => one.score, subtract).toReversed()
}

const spread = (
  criteria: readonly Share[],
  amount: Points,
  roomOf: (one: Share) => Points,
  apply: (score: Points, part: Points) => Points,
): readonly Share[] => {
  let left = amount
  return criteria.map((one) => {
    const part = clamp(left, roomOf(one))
    left = subtract(left, part)
    return part === zero ? one : { ...one, score: apply(one.score, part) }
  })
}
