import type { FormPart } from '@zicha/core'

const isEmpty = (words: string): boolean => words.trim() === ''

const numbersOf = (part: FormPart): readonly (number | undefined)[] => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
    case 'percentage':
      return [part.points]
    case 'shortfall':
      return [part.required.count, part.deduct_each, part.cap, part.points]
    case 'per_occurrence':
      return [part.deduct_each, part.cap]
    case 'tiers':
      return part.levels.map(({ points }) => points)
    case 'grade_bands':
      return part.bands.flatMap((band) => ('points' in band ? [band.points] : [band.min, band.max]))
    case 'bonus':
      return [part.points, part.each, part.cap]
    case 'discretionary':
      return [part.min, part.max]
    case 'zero_if':
    case 'veto':
    case 'na_full':
      return []
  }
}

const wordsOf = (part: FormPart): readonly string[] => {
  switch (part.kind) {
    case 'shortfall':
      return [part.what]
    case 'percentage':
      return [part.formula]
    case 'tiers':
      return part.levels.map(({ label }) => label)
    case 'grade_bands':
      return part.bands.map(({ label }) => label)
    case 'discretionary':
      return []
    case 'per_occurrence':
      return [part.condition, part.unit]
    default:
      return [part.condition]
  }
}

/** What a rule still lacks before it can count: a sentence, or nothing. */
export const partFault = (part: FormPart): string | undefined => {
  if (numbersOf(part).some((one) => one !== undefined && Number.isNaN(one))) return '还有数没有填好。填0或以上的数，最多三位小数。'
  const words = wordsOf(part)
  if (words.some(isEmpty)) return '还有字没有填。写上是什么情况，学校才看得懂。'
  if (new Set(words).size < words.length && (part.kind === 'tiers' || part.kind === 'grade_bands')) return '有两级叫一样的名字。请改一个。'
  return part.kind === 'discretionary' && part.min > part.max ? '最少的分比最多的还多，请对调。' : undefined
}
