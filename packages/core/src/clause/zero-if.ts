import { tidyCondition } from './condition.ts'
import { type Draft, spansOf } from './draft.ts'
import type { Statement } from './statement.ts'

/** 未开展的不得分: the item scores 0. */
export const recogniseZeroIf = (statement: Statement, inherited: string): Draft => ({
  rule: { kind: 'zero_if', condition: tidyCondition(statement.lead) || tidyCondition(inherited) },
  sign: 'takes',
  spans: spansOf(statement),
  assumed: [],
  statement,
  words: statement.lead,
  nth: 0,
})
