import { formatPoints, least, subtract, sum, toPoints, zero, type Points } from '../points.ts'
import { isList, type AnswerFault, type FactValue } from './answer.ts'
import { fault, sayValue } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'

/** A level reached: the highest counts (`max`) or all reached add up (`sum`). */
export type Tiers = {
  readonly kind: 'tiers'
  readonly levels: readonly { readonly label: string; readonly points: number }[]
  readonly combine: 'max' | 'sum'
}

const most = (part: Tiers, place: Place): Points => {
  const all = part.levels.map((level) => toPoints(level.points))
  const reachable = part.combine === 'sum' ? sum(all) : all.reduce((best, one) => (one > best ? one : best), zero)
  return least(reachable, place.whole)
}

/** null and false say that no level was reached. */
const labelsOf = (value: FactValue | undefined): readonly string[] | undefined => {
  if (value === null || value === false) return []
  if (typeof value === 'string') return [value]
  return value !== undefined && isList(value) ? value : undefined
}

const reached = (part: Tiers, labels: readonly string[]): Points => {
  const points = labels.map((label) => toPoints(part.levels.find((level) => level.label === label)?.points ?? 0))
  return part.combine === 'sum' ? sum(points) : points.reduce((best, one) => (one > best ? one : best), zero)
}

const checkLabels = (part: Tiers, value: FactValue): AnswerFault | undefined => {
  const labels = labelsOf(value)
  const known = part.levels.map((level) => level.label).join('、')
  if (labels === undefined) {
    return fault('rule.not_a_level', `这里要填等级，填了${sayValue(value)}。可以填${known}，或空着。`)
  }
  const strange = labels.find((label) => !part.levels.some((level) => level.label === label))
  if (strange !== undefined) {
    return fault('rule.unknown_level', `没有${sayValue(strange)}这个等级。可以填${known}。`)
  }
  if (part.combine === 'max' && labels.length > 1) {
    return fault('rule.several_levels', '这里按最高等级算，只填一个等级。')
  }
  return new Set(labels).size < labels.length
    ? fault('rule.level_twice', '同一个等级填了两次，请去掉一个。')
    : undefined
}

export const tiers: RuleFor<Tiers> = {
  name: '按等级得分',
  meaning: 'A level reached: the highest counts (max) or all reached add up (sum).',
  scored: true,
  reach: 'criterion',
  deducts: () => false,
  asks: (part) => (part.combine === 'sum' ? 'levels' : 'level'),
  question: (part) => {
    const labels = part.levels.map((level) => level.label).join('、')
    return part.combine === 'sum' ? `做到了哪几级（${labels}）？` : `最高到哪一级（${labels}）？`
  },
  terms: (part) =>
    `${part.levels.map((level) => `${level.label}得${formatPoints(toPoints(level.points))}分`).join('，')}，${
      part.combine === 'sum' ? '可以累计' : '按最高算'
    }`,
  choices: (part, place) => [
    ...part.levels.map((level) => ({
      answer: part.combine === 'sum' ? [level.label] : level.label,
      label: level.label,
      effect: `得${formatPoints(least(toPoints(level.points), place.whole))}分`,
    })),
    { answer: null, label: '都没有', effect: '得0分' },
  ],
  maximum: most,
  check: (part, value) => checkLabels(part, value),
  loss: (part, place) => {
    const maximum = most(part, place)
    const byLabel = new Map(part.levels.map((level) => [level.label, toPoints(level.points)]))
    const lossAt = (points: Points): Points => (points >= maximum ? zero : subtract(maximum, points))
    return (value) => {
      if (typeof value === 'string') {
        const points = byLabel.get(value)
        return points === undefined ? undefined : lossAt(points)
      }
      if (value === null || value === false) return maximum
      if (value === undefined || checkLabels(part, value) !== undefined) return undefined
      return lossAt(reached(part, labelsOf(value) ?? []))
    }
  },
  because: (part, value, _year, place) => {
    const labels = labelsOf(value) ?? []
    if (labels.length === 0) return `还没有达到${part.levels.map((level) => level.label).join('、')}中的一级`
    const lost = subtract(most(part, place), least(reached(part, labels), most(part, place)))
    return `达到“${labels.join('、')}”${lost === 0 ? '' : `，离满分差${formatPoints(lost)}分`}`
  },
  subject: (part) => part.levels.map((level) => level.label).join('、'),
}
