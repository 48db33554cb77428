import type { FactValue } from '@zicha/core'

/** The levels that an answer names; none where it says that none was reached. */
export const levelNames = (value: FactValue | undefined): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isList(value) ? value : []
}

const isList = (value: FactValue | undefined): value is readonly string[] => Array.isArray(value)
