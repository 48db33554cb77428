import type { Finding } from '../finding.ts'
import type { Form } from '../form/form.ts'
import { formatPoints, isExact, subtract, sum, toPoints, type Points } from '../points.ts'
import type { BareScore } from '../score/score.ts'

/** 自查得分 set by a person against the reckoned score, with a reason that the inspector sees. `score` is a decimal. */
export type Override = { readonly criterion: string; readonly score: number; readonly reason: string }

export type SelfCriterion = {
  readonly id: string
  readonly score: Points
  readonly max: Points
  /** What the rules gave. */
  readonly computed: Points
  /** True where the rules gave a mark or a person set one: an open criterion is blank, not 0. */
  readonly answered: boolean
  readonly reason?: string
}

export type SelfTotal = {
  readonly no: number
  readonly score: Points
  readonly max: Points
  readonly answered: boolean
}

/** The self column: reckoned scores with the overrides in their place, summed exactly. */
export type SelfScore = {
  readonly total: Points
  readonly criteria: readonly SelfCriterion[]
  readonly items: readonly SelfTotal[]
  readonly sections: readonly SelfTotal[]
}

/** What is wrong with an override: its criterion, its bounds, its reason. */
export const checkOverride = (form: Form, override: Override): readonly Finding[] => {
  const criterion = form.criteria.find((one) => one.id === override.criterion)
  if (criterion === undefined) {
    return [fault('assessment.unknown_criterion', '/criterion', `表里没有${override.criterion}这一项，请核对编号。`)]
  }
  const faults: Finding[] = []
  if (!isExact(override.score) || override.score < 0 || override.score > criterion.points) {
    const most = formatPoints(toPoints(criterion.points))
    const sentence = `${criterion.title}最多${most}分，填了${override.score}分。请填0到${most}之间的数。`
    faults.push(fault('assessment.score_out_of_bounds', '/score', sentence))
  }
  if (override.reason.trim() === '') {
    faults.push(fault('assessment.reason_needed', '/reason', '与系统算的分不同。请写一句理由，检查时会一起看到。'))
  }
  return faults
}

/**
 * A score with a person's overrides in their place. An override of an unknown criterion, out of bounds or without a
 * reason does not count: `checkOverride` says so where it is written.
 */
export const withOverrides = (form: Form, score: BareScore, overrides: readonly Override[]): SelfScore => {
  const valid = new Map(
    overrides.filter((one) => checkOverride(form, one).length === 0).map((one) => [one.criterion, one]),
  )
  const criteria = score.criteria.map((one): SelfCriterion => {
    const override = valid.get(one.id)
    const base = { id: one.id, max: one.max, computed: one.score }
    return override === undefined
      ? { ...base, score: one.score, answered: one.status !== 'unanswered' }
      : { ...base, score: toPoints(override.score), answered: true, reason: override.reason.trim() }
  })
  const itemOf = new Map(form.criteria.map((one) => [one.id, one.item]))
  const items = score.items.map((item) => ({
    ...item,
    ...totalOf(criteria.filter((one) => itemOf.get(one.id) === item.no)),
  }))
  const sectionOf = new Map(form.items.map((item) => [item.no, item.section]))
  const sections = score.sections.map((section) => ({
    ...section,
    ...totalOf(items.filter((item) => sectionOf.get(item.no) === section.no)),
  }))
  const vetoed = subtract(sum(score.items.map((item) => item.score)), score.total)
  return { total: vetoed > 0 ? score.total : sum(items.map((item) => item.score)), criteria, items, sections }
}

/** The marks that a person set, by criterion. */
export const ownMarksOf = (self: SelfScore): ReadonlyMap<string, Points> =>
  new Map(self.criteria.flatMap((one) => (one.reason === undefined ? [] : [[one.id, one.score] as const])))

const totalOf = (all: readonly { readonly score: Points; readonly answered: boolean }[]) => ({
  score: sum(all.map((one) => one.score)),
  answered: all.some((one) => one.answered),
})

const fault = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })
