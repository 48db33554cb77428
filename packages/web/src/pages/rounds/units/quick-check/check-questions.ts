import { isInapplicable, keyedParts, questions } from '@zicha/core'
import type { Criterion, FactValue, Facts, Form, FormItem, FormPart, Question, UnitProfile } from '@zicha/core'
import { sayAnswer } from '../../../../rule/answer-words.ts'

/** A question that only a person can answer, with what stands around it. */
export type CheckQuestion = {
  readonly question: Question
  readonly part: FormPart
  readonly criterion: Criterion
  readonly item: FormItem
  readonly value: FactValue | undefined
  readonly inapplicable: boolean
  readonly answered: boolean
  /** True where the answer lies on this device and has not arrived yet. */
  readonly kept: boolean
}

/** What a person is asked, in the form's order. Counts that the records answer by themselves are left out. */
export const checkQuestions = (form: Form, unit: UnitProfile, facts: Facts): readonly CheckQuestion[] =>
  questions(form, unit).flatMap((question) => {
    const criterion = form.criteria.find((one) => one.id === question.criterion)
    const item = form.items.find((one) => one.no === question.item)
    const part = criterion === undefined ? undefined : keyedParts(criterion).find((one) => one.key === question.key)?.part
    if (criterion === undefined || item === undefined || part === undefined || part.fedBy.length > 0) return []
    const inapplicable = isInapplicable(facts[criterion.id])
    const value = facts[question.key]
    const answered = inapplicable || (value !== undefined && !(typeof value === 'object' && value !== null && 'applicable' in value))
    return [{ question, part, criterion, item, value, inapplicable, answered, kept: false }]
  })

/** The answer in words: 有, 3次, 2分, 不适用. */
export const answerWords = ({ question, value, inapplicable }: CheckQuestion): string =>
  inapplicable ? '不适用' : value === undefined ? '未答' : sayAnswer(question, { [question.key]: value })

/** A key as it stands in an address: a dot at the end would look like a file's name. */
export const inAddress = (key: string): string => key.replaceAll('.', '-')
