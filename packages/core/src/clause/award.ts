import { conditionOf, makeDraft, type Recogniser } from './draft.ts'

/** 有计划得1分: the points if the condition is met. */
export const recogniseAward: Recogniser = (given) =>
  given.sign === 'gives' ? makeDraft(given, { kind: 'award', points: given.amount, condition: conditionOf(given, given.words) }) : undefined
