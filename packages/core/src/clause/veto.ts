import { tidyCondition } from './condition.ts'
import { type Draft, spansOf } from './draft.ts'
import type { Statement } from './statement.ts'

/** 一票否决, or words that fail the whole assessment. */
export const recogniseVeto = (statement: Statement, inherited: string): Draft => ({
  rule: { kind: 'veto', condition: tidyCondition(statement.lead) || tidyCondition(inherited) || tidyCondition(statement.rest) },
  sign: 'takes',
  spans: spansOf(statement),
  assumed: [],
  statement,
  words: statement.lead,
  nth: 0,
})
