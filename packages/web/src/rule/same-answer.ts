import type { FactValue } from '@zicha/core'

/** True where two answers say the same. Levels: null and false both say that none was reached. */
export const sameAnswer = (a: FactValue | undefined, b: FactValue | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b
  return JSON.stringify(a === null ? false : a) === JSON.stringify(b === null ? false : b)
}

/** True where a choice is the one that stands answered. */
export const isChosen = (
  facts: Readonly<Record<string, FactValue>>,
  question: { readonly key: string; readonly criterion: string },
  answered: { readonly value: FactValue | undefined; readonly inapplicable: boolean },
): boolean => {
  if (isInapplicableChoice(facts)) return answered.inapplicable
  return !answered.inapplicable && answered.value !== undefined && sameAnswer(facts[question.key], answered.value)
}

const isInapplicableChoice = (facts: Readonly<Record<string, FactValue>>): boolean =>
  Object.values(facts).some((value) => typeof value === 'object' && value !== null && 'applicable' in value && !value.applicable)
