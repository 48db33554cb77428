import { keyedParts } from '@zicha/core'
import type { Form, FormPart } from '@zicha/core'

type Answer = boolean | number | string | readonly string[] | { readonly applicable: boolean }

/** The answers of a year in which everything was done: full marks in every form, whatever its rules. */
export const bestAnswers = (form: Form): Record<string, Answer> =>
  Object.fromEntries(
    form.criteria.flatMap((criterion) =>
      keyedParts(criterion).flatMap(({ key, part }): [string, Answer][] => {
        const best = bestOf(part)
        return best === undefined ? [] : [[key, best]]
      }),
    ),
  )

const bestOf = (part: FormPart): Answer | undefined => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
      return true
    case 'deduct_if':
    case 'zero_if':
    case 'veto':
      return false
    case 'per_occurrence':
      return 0
    case 'shortfall':
      return part.required.count * (timesAYear[part.required.per] ?? 1)
    case 'tiers':
      return part.combine === 'sum'
        ? part.levels.map((level) => level.label)
        : [...part.levels].sort((one, other) => other.points - one.points)[0]?.label
    case 'grade_bands':
      return part.bands[0]?.label
    case 'discretionary':
      return part.max
    case 'bonus':
    case 'percentage':
    case 'na_full':
      return undefined
  }
}

const timesAYear: Readonly<Record<string, number>> = { half: 2, semester: 2, quarter: 4, month: 12, week: 52 }
