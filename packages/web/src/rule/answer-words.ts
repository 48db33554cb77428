import { isInapplicable } from '@zicha/core'
import type { Facts, FactValue, Question } from '@zicha/core'

/** The answer in words: 有, 3次, 2分, 不适用; 未答 where nothing stands. */
export const sayAnswer = (question: Pick<Question, 'key' | 'criterion' | 'asks' | 'choices'>, facts: Facts): string => {
  const value = facts[question.key]
  if (isInapplicable(facts[question.criterion]) || isInapplicable(value)) return '不适用'
  if (value === undefined) return '未答'
  const chosen = question.choices.find((choice) => JSON.stringify(choice.facts[question.key] ?? false) === JSON.stringify(value ?? false))
  if (chosen !== undefined) return chosen.label
  if (typeof value === 'number') return question.asks === 'marks' || question.asks === 'rate' || question.asks === 'grade' ? `${value}分` : `${value}${countUnit(question)}`
  return typeof value === 'string' ? value : isList(value) ? value.join('、') : '已答'
}

/** What is counted: 人, 项; 次 where the choices name nothing else. */
export const countUnit = ({ choices }: Pick<Question, 'choices'>): string =>
  choices.map(({ label }) => /^\d+([^\d，。]{1,3})$/u.exec(label)?.[1]).find((unit) => unit !== undefined) ?? '次'

const isList = (value: FactValue): value is readonly string[] => Array.isArray(value)
