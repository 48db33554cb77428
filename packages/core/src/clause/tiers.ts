import { tidyCondition } from './condition.ts'
import type { Draft } from './draft.ts'
import { areSteps, excludes, measureAlike } from './levels.ts'
import type { RuleAsRead } from './reading.ts'

/** The mark of one step: 不得分 is 0, a minus among given marks takes. */
export const levelPoints = (draft: Draft): number => {
  switch (draft.rule.kind) {
    case 'award':
    case 'all_or_nothing':
      return draft.rule.points
    case 'bonus':
      return draft.rule.points ?? draft.rule.each ?? 0
    case 'deduct_if':
      return -draft.rule.points
    case 'discretionary':
      return draft.rule.max
    default:
      return 0
  }
}

export const joinDrafts = (run: readonly Draft[], rule: RuleAsRead): Draft => {
  const [first] = run
  if (first === undefined) throw new RangeError('a ladder has steps')
  return { ...first, rule, spans: run.flatMap((draft) => draft.spans), assumed: run.flatMap((draft) => draft.assumed) }
}

/** 国家级5分，省级3分，市级1分: steps of one thing, the highest counts. */
export const joinTiers = (run: readonly Draft[], combine: 'max' | 'sum'): Draft =>
  joinDrafts(run, {
    kind: 'tiers',
    levels: run.map((draft) => ({ label: tidyCondition(draft.words) || '其他', points: levelPoints(draft) })),
    combine,
  })

const isList = ({ statement }: Draft): boolean => statement.kind === 'amounts' && statement.amounts.length > 1

/** True where `next` is a further step of the thing that `last` is a step of. */
export const continuesLadder = (last: Draft, next: Draft): boolean => {
  if (last.statement === next.statement) return last.statement.each !== 'each'
  if (isList(last) && isList(next)) return false
  if (levelPoints(last) === levelPoints(next) && next.rule.kind !== 'zero_if' && !/等奖|级|名/.test(next.words)) return false
  const isSameSentence = last.statement.sentence === next.statement.sentence
  return areSteps(last.words, next.words, !isSameSentence) || excludes(last.words, next.words) || (isSameSentence && measureAlike(last.words, next.words))
}
