import { conditionOf, makeDraft, type Recogniser } from './draft.ts'
import { readRate } from './rate.ts'

/** 加5分, 每项加3分; 每…得2分 and 5分/次 are counted too, so they are a bonus each. */
export const recogniseBonus: Recogniser = (given) => {
  if (given.sign === 'takes') return undefined
  if (given.sign === 'gives' && given.amount === given.points && given.statement.per === undefined) return undefined
  const read = readRate(given.words, given.statement.per)
  const rate = given.isFirstStep || read?.single === 'apart' || (read?.single === 'beside' && /只|仅|其中|每(?:半年|季|月|学期|周|年|学年)|全年|年度|至少|不少于|不低于/.test(given.words)) ? undefined : read
  if (rate !== undefined) return makeDraft(given, { kind: 'bonus', each: given.amount, condition: conditionOf(given, rate.kind === 'finding' ? rate.condition : given.words) })
  if (given.sign !== 'adds') return undefined
  return makeDraft(given, { kind: 'bonus', points: given.amount, condition: conditionOf(given, given.words) })
}
