import { conditionOf, type Draft, makeDraft, type Case } from './draft.ts'
import { readRate } from './rate.ts'

const judging = /(?:酌情|视情)[^，。；]{0,10}$|适当(?:给予|予以|酌情|的)?$|(?<![重检忽巡监电审注近轻])视(?![频觉力察野同为])[^，。；]{0,12}$|根据[^，。；]{0,12}(?:程度|情节|情况)[^，。；]{0,6}$|综合(?:评(?:分|定|议|判|审|价)?|打分?|给分?|考量|考虑)(?:后|情况|结果)?$/

/** 扣1-3分, 酌情加5分, 最高扣10分: a person sets the mark within bounds; 0 where no lower bound is said. */
export const recogniseSpan = (given: Case, min: number, max: number): Draft =>
  makeDraft(
    given,
    {
      kind: 'discretionary',
      min: Math.min(min, max),
      max: Math.max(min, max),
      condition: conditionOf(given, given.words),
      ...(given.sign === 'takes' ? { deducts: true } : {}),
    },
    min === 0 ? ['min'] : [],
  )

/** 酌情扣2分: one number with words of judgement. 适当示范，得2分 tells of the duty, not of the mark, and 视情况得5、3、1分 are steps. */
export const recogniseJudged = (given: Case): Draft | undefined =>
  given.statement.amounts.length === 1 && judging.test(given.words.replace(/[，\s]+$/, '')) && readRate(given.words, given.statement.per) === undefined ? recogniseSpan(given, 0, given.amount) : undefined
