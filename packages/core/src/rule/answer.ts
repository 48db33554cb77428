/**
 * What answers a rule's question. Its meaning is the rule's: `true` earns an award and takes a deduction.
 * `null` says that no level was reached, where levels are asked; anywhere else it is no answer.
 */
export type FactValue =
  | boolean
  | number
  | string
  | readonly string[]
  | null
  | { readonly applicable: boolean }

/** How a question is put to a person: the screen has one input for each. */
export type Asks =
  | 'yes_no'
  | 'holds'
  | 'dates_or_count'
  | 'count'
  | 'level'
  | 'levels'
  | 'marks'
  | 'grade'
  | 'rate'
  | 'applicable'

/** Why a value is no answer to a rule's question; the caller adds where it stood. */
export type AnswerFault = {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly message: string
}

export const isList = (value: FactValue): value is readonly string[] => Array.isArray(value)

export const isApplicability = (value: FactValue | undefined): value is { readonly applicable: boolean } =>
  typeof value === 'object' && value !== null && 'applicable' in value

/** True where a unit said that a criterion does not apply to it. */
export const isInapplicable = (value: FactValue | undefined): boolean =>
  isApplicability(value) && value.applicable === false
