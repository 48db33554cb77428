import { conditionOf, makeDraft, type Recogniser } from './draft.ts'
import { readRate } from './rate.ts'

/** 加5分, 每项加3分; 每…得2分 and 5分/次 are counted too, so they are a bonus each. */
export const recogniseBonus: Recogniser = (given) => {
  if (given.sign === 'takes') return undefined
  const rate = readRate(given.words, given.statement.per)
  if (rate !== undefined) return makeDraft(given, { kind: 'bonus', each: given.amount, condition: conditionOf(given, rate.kind === 'finding' ? rate.condition : given.words) })
  if (given.sign !== 'adds') return undefined
  return makeDraft(given, { kind: 'bonus', points: given.amount, condition: conditionOf(given, given.words) })
}
