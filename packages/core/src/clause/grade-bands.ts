import type { Draft } from './draft.ts'
import { coverage, gradeOf, readLevels } from './levels.ts'
import { joinDrafts, levelPoints } from './tiers.ts'
import { tidyCondition } from './condition.ts'

/** 优9-10分，良7-8分，差不得分: every step named by a grade, or spans one after another. */
export const joinGradeBands = (run: readonly Draft[]): Draft | undefined => {
  if (run.length < 2) return undefined
  const grades = run.map((draft) => gradeOf(draft.words))
  const spans = run.filter((draft) => draft.rule.kind === 'discretionary').length
  const named = run.every((draft, index) => grades[index] !== undefined || (draft.rule.kind === 'zero_if' && index === run.length - 1)) && new Set(grades).size === run.length
  const alike = run.slice(1).every((draft, index) => coverage(readLevels(run[index]?.words ?? '').rest, readLevels(draft.words).rest) >= 0.5 || readLevels(draft.words).rest.length <= 2)
  if (!(named && (alike || spans > 0)) && spans < run.length) return undefined
  const bands = run.map((draft, index) => {
    const label = grades[index] ?? (tidyCondition(draft.words) || '其他')
    return draft.rule.kind === 'discretionary' ? { label, min: draft.rule.min, max: draft.rule.max } : { label, points: levelPoints(draft) }
  })
  return joinDrafts(run, { kind: 'grade_bands', bands })
}
