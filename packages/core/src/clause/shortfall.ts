import { conditionOf, makeDraft, type Recogniser } from './draft.ts'
import { tidyCondition } from './condition.ts'
import { readRate } from './rate.ts'
import { findRequiredCount } from './required-count.ts'

/** 每少1次扣1分, 缺一项扣2分; 少于4次的，每次扣1分. The count stands only where the words say it. */
export const recogniseShortfall: Recogniser = (given) => {
  if (given.sign !== 'takes') return undefined
  const rate = readRate(given.words, given.statement.per)
  if (rate === undefined || rate.kind === 'percent') return undefined
  const unit = rate.unit === '人次' ? '人次/次' : rate.unit.replace(/[（）/、]/g, '')
  // 每月例会1次得2分，缺1次扣1分: the count stands with the award; a duty of its own has its own count.
  const said = tidyCondition(rate.condition) === '' ? `${given.inherited}，${rate.condition}` : rate.condition
  const isBelowBound = rate.kind === 'finding' && new RegExp(`(?:少于|不足|不到(?!位)|未达到?|未满)[^，。；]{0,6}?\\d+\\s*(?:个)?${unit}(?:的|者)?[，\\s]`).test(`${rate.condition}，`)
  if (rate.kind !== 'missing' && !isBelowBound) return undefined
  const required = findRequiredCount(rate.condition, unit) ?? findRequiredCount(said, unit)
  return makeDraft(given, {
    kind: 'shortfall',
    ...(required === undefined ? {} : { required }),
    deduct_each: given.amount,
    what: whatIsMissing(tidyCondition(rate.condition)) || tidyCondition(rate.verb ?? '') || tidyCondition(rate.after ?? '') || whatIsMissing(conditionOf(given, rate.condition)) || tidyCondition(given.words),
  })
}

/** 召开综治委全体会议少于2次 → 召开综治委全体会议. */
const whatIsMissing = (condition: string): string =>
  condition
    .replace(/(?:每(?:年|半年|季度?|月|学期|学年|周)|全年|年度)?(?:不得?少于|不低于|至少|少于|小于|低于|不足|未达到?|达到)?\d+(?:个|次|人|项|篇|条|期|件|份|场|学时|课时|节)*(?:以上|的)?$/, '')
    .replace(/[，、：；]+$/, '')
