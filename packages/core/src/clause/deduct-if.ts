import { conditionOf, makeDraft, type Recogniser } from './draft.ts'

/** 未签订责任书的，扣10分: one condition, one amount. */
export const recogniseDeductIf: Recogniser = (given) =>
  given.sign === 'takes' ? makeDraft(given, { kind: 'deduct_if', points: given.amount, condition: conditionOf(given, given.words) }) : undefined
