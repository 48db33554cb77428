import { toDecimal } from '@zicha/core'
import type { FormPart, Question } from '@zicha/core'

/** True where a number is asked for, beside or instead of named grades. */
export const asksMark = (part: FormPart): boolean => part.kind !== 'grade_bands' || part.bands.some((band) => 'min' in band)

/** The marks that are one tap: whole steps, halves where little is to be had; others are typed. */
export const markSteps = (question: Question): readonly number[] => {
  const most = toDecimal(question.maximum)
  const step = most <= 3 ? 0.5 : 1
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step).slice(0, 13)
}
