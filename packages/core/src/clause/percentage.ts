import { conditionOf, makeDraft, type Recogniser } from './draft.ts'
import { tidyCondition } from './condition.ts'
import { readRate } from './rate.ts'

/** 每低1个百分点扣0.5分: by the percentage point; the formula is the clause's own wording. */
export const recognisePercentage: Recogniser = (given) => {
  if (given.sign !== 'takes') return undefined
  const rate = readRate(given.words, given.statement.per)
  if (rate?.kind !== 'percent') return undefined
  const words = tidyCondition(given.words) === '' ? given.inherited : given.words
  const formula = `${conditionOf({ ...given, words }, words)}扣${given.amount}分`
  return makeDraft(given, { kind: 'percentage', formula: formula.replace(/^[，；]/, '') })
}
