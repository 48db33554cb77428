import { conditionOf, makeDraft, type Recogniser } from './draft.ts'
import { tidyCondition } from './condition.ts'
import { readRate } from './rate.ts'

/** 每次, 每发现一处, 每超1天, 扣1分/次, 迟到1次扣1分; 分别扣5分 and 各扣1分 take it for each of several things. */
export const recognisePerOccurrence: Recogniser = (given) => {
  if (given.sign !== 'takes') return undefined
  const rate = readRate(given.words, given.statement.per)
  if (rate !== undefined) {
    if (rate.kind === 'percent') return undefined
    return makeDraft(given, { kind: 'per_occurrence', deduct_each: given.amount, unit: rate.unit, condition: tidyCondition(rate.condition) === '' && rate.verb !== undefined ? rate.verb : conditionOf(given, rate.condition) })
  }
  const { each, amounts } = given.statement
  if (each === undefined || amounts.length > 1) return undefined
  return makeDraft(given, { kind: 'per_occurrence', deduct_each: given.amount, unit: '项', condition: conditionOf(given, given.words) }, ['unit'])
}
