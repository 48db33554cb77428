/** Checks that several kinds make of an answer; each gives a fault with a Chinese sentence, or nothing. */
import { formatPoints, isExact, toDecimal, type Points } from '../points.ts'
import type { AnswerFault, FactValue } from './answer.ts'

export const fault = (code: string, message: string): AnswerFault => ({ code, level: 'error', message })

/** `null` takes an answer back, so it is never wrong. */
export const checkYesNo = (value: FactValue): AnswerFault | undefined =>
  value === null || typeof value === 'boolean'
    ? undefined
    : fault('rule.not_yes_no', `这里只答是或否，填了${sayValue(value)}。请填 true 或 false。`)

export const isCount = (value: FactValue | undefined): value is number =>
  typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)

export const checkCount = (value: FactValue): AnswerFault | undefined => {
  if (value === null || isCount(value)) return undefined
  if (typeof value !== 'number') {
    return fault('rule.not_a_count', `这里要填次数，填了${sayValue(value)}。请填0或正整数。`)
  }
  return value < 0
    ? fault('rule.negative_count', `次数不能小于0，填了${sayValue(value)}。请填0或正整数。`)
    : fault('rule.not_whole', `次数要是整数，填了${sayValue(value)}。请填0或正整数。`)
}

export const isMarkWithin = (value: FactValue | undefined, least: Points, most: Points): value is number =>
  typeof value === 'number' && value >= toDecimal(least) && value <= toDecimal(most) && isExact(value)

export const checkMark = (value: FactValue, least: Points, most: Points): AnswerFault | undefined => {
  if (value === null || isMarkWithin(value, least, most)) return undefined
  const span = `请填${formatPoints(least)}到${formatPoints(most)}之间的数。`
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return fault('rule.not_a_mark', `这里要填分数，填了${sayValue(value)}。${span}`)
  }
  if (value > toDecimal(most)) {
    return fault('rule.above_maximum', `最多${formatPoints(most)}分，填了${sayValue(value)}分。${span}`)
  }
  if (value < toDecimal(least)) {
    return fault('rule.below_minimum', `最少${formatPoints(least)}分，填了${sayValue(value)}分。${span}`)
  }
  return fault('rule.not_exact', `分数最多写三位小数，填了${sayValue(value)}。请改短一些。`)
}

/** A value as it is repeated to the person who wrote it, short. */
export const sayValue = (value: FactValue): string => {
  if (typeof value === 'string') return `“${value.length > 12 ? `${value.slice(0, 12)}…` : value}”`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null) return '空'
  return Array.isArray(value) ? '一列值' : '一组值'
}
