import { defaultCalendar, type BureauCalendar } from '../calendar.ts'
import type { Form } from '../form/form.ts'
import { add, least, toDecimal, toPoints, zero, type Points } from '../points.ts'
import { sayHolds } from '../rule/say-condition.ts'
import type { BareScore, Score, Status } from './score.ts'
import {
  compileCriterion,
  sayBecause,
  scoreOf,
  statusOf,
  type CompiledCriterion,
  type Outcome,
  type ScoreInput,
} from './score-criterion.ts'

/** A form made ready for scoring many units: every rule is a function by now. */
export type CompiledForm = {
  readonly form: Form
  readonly criteria: readonly CompiledCriterion[]
  /** Of each criterion: the place of its item among the form's items, -1 where the form lacks it. */
  readonly itemAt: readonly number[]
  /** Of each item: the place of its section. */
  readonly sectionAt: readonly number[]
  /** Of each item: its points, which no bonus carries it beyond. */
  readonly itemMax: readonly Points[]
  readonly hasFatal: boolean
}

/** Marks alone, in the form's order, without a sentence: what a batch and a roll-up need. */
export type Marks = {
  readonly total: Points
  readonly criteria: readonly Points[]
  readonly statuses: readonly Status[]
  readonly items: readonly Points[]
  readonly sections: readonly Points[]
}

export const compileForm = (form: Form, calendar: BureauCalendar = defaultCalendar): CompiledForm => {
  const criteria = form.criteria.map((criterion) => compileCriterion(criterion, calendar))
  return {
    form,
    criteria,
    itemAt: form.criteria.map((criterion) => form.items.findIndex((item) => item.no === criterion.item)),
    sectionAt: form.items.map((item) => form.sections.findIndex((section) => section.no === item.section)),
    itemMax: form.items.map((item) => toPoints(item.points)),
    hasFatal: criteria.some(({ fatal }) => fatal.length > 0),
  }
}

type Fatal = { readonly criterion: number; readonly item: number; readonly reach: 'item' | 'form'; readonly condition: string }

/** Conditions that hold and take a whole item or the whole form. */
const fatalities = (compiled: CompiledForm, input: ScoreInput): readonly Fatal[] =>
  compiled.hasFatal
    ? compiled.criteria.flatMap(({ fatal }, criterion) =>
        fatal
          .filter(({ key }) => input.facts[key] === true)
          .map(({ reach, condition }) => ({ criterion, item: compiled.itemAt[criterion] ?? -1, reach, condition })),
      )
    : []

const outcomesOf = (compiled: CompiledForm, input: ScoreInput, fatal: readonly Fatal[]): Outcome[] => {
  const outcomes = compiled.criteria.map(({ mark }) => mark(input))
  for (const { item, reach } of fatal) {
    if (reach === 'form') continue
    compiled.itemAt.forEach((at, index) => {
      if (at === item && outcomes[index] !== 'unanswered') outcomes[index] = zero
    })
  }
  return outcomes
}

const marksOf = (compiled: CompiledForm, outcomes: readonly Outcome[], vetoed: boolean): Marks => {
  const { criteria: rules, itemAt, itemMax, sectionAt } = compiled
  const criteria = new Array<Points>(outcomes.length)
  const statuses = new Array<Status>(outcomes.length)
  const items = new Array<Points>(itemMax.length).fill(zero)
  const sections = new Array<Points>(compiled.form.sections.length).fill(zero)
  let total = zero
  for (let index = 0; index < outcomes.length; index += 1) {
    const outcome = outcomes[index] ?? 'unanswered'
    const score = typeof outcome === 'number' ? outcome : scoreOf(outcome, rules[index]?.max ?? zero)
    criteria[index] = score
    statuses[index] = statusOf(outcome)
    const item = itemAt[index] ?? -1
    if (item >= 0) items[item] = add(items[item] ?? zero, score)
  }
  for (let item = 0; item < items.length; item += 1) {
    const score = least(items[item] ?? zero, itemMax[item] ?? zero)
    items[item] = score
    total = add(total, score)
    const section = sectionAt[item] ?? -1
    if (section >= 0) sections[section] = add(sections[section] ?? zero, score)
  }
  return { total: vetoed ? zero : total, criteria, statuses, items, sections }
}

/** The marks of one unit. Points alone; `scoreForm` says why. */
export const markForm = (compiled: CompiledForm, input: ScoreInput): Marks => {
  const fatal = fatalities(compiled, input)
  return marksOf(compiled, outcomesOf(compiled, input, fatal), fatal.some(({ reach }) => reach === 'form'))
}

/** The score of one unit without a sentence, a good deal faster than `scoreForm`. */
export const scoreBare = (compiled: CompiledForm, input: ScoreInput): BareScore => bareOf(compiled, input, markForm(compiled, input))

const bareOf = (compiled: CompiledForm, input: ScoreInput, marks: Marks): BareScore => ({
  form: compiled.form.id,
  year: input.year,
  total: marks.total,
  criteria: compiled.criteria.map((one, index) => ({
    id: one.criterion.id,
    score: marks.criteria[index] ?? zero,
    max: one.max,
    status: marks.statuses[index] ?? 'unanswered',
  })),
  items: compiled.form.items.map((item, index) => ({
    no: item.no,
    score: marks.items[index] ?? zero,
    max: compiled.itemMax[index] ?? zero,
  })),
  sections: compiled.form.sections.map((section, index) => ({
    no: section.no,
    score: marks.sections[index] ?? zero,
    max: toPoints(section.points),
  })),
})

const isCompiled = (form: Form | CompiledForm): form is CompiledForm => 'itemAt' in form

/**
 * The score of one unit and year, with a sentence for every mark.
 * Criteria sum exactly to items (a bonus never beyond the item's points), items to sections and to the total; a veto that holds makes the total 0 and leaves the
 * rest readable; a zero_if that holds makes every answered criterion of its item 0.
 */
export const scoreForm = (formOrCompiled: Form | CompiledForm, input: ScoreInput): Score => {
  const compiled = isCompiled(formOrCompiled) ? formOrCompiled : compileForm(formOrCompiled)
  const fatal = fatalities(compiled, input)
  const outcomes = outcomesOf(compiled, input, fatal)
  const marks = marksOf(compiled, outcomes, fatal.some(({ reach }) => reach === 'form'))
  const lostWith = (index: number): string | undefined => {
    if (outcomes[index] === 'unanswered') return undefined
    const cause = fatal.find(({ item, reach }) => reach === 'item' && item === compiled.itemAt[index])
    return cause === undefined || cause.criterion === index ? undefined : cause.condition
  }
  const bare = bareOf(compiled, input, marks)
  const because = (one: CompiledCriterion, index: number): string => {
    const cause = lostWith(index)
    return cause === undefined ? sayBecause(one, input, outcomes[index] ?? 'unanswered') : `本条${sayHolds(cause)}，整条不得分，得0分。`
  }
  return {
    ...bare,
    criteria: compiled.criteria.map((one, index) => ({
      id: one.criterion.id,
      score: marks.criteria[index] ?? zero,
      max: one.max,
      status: marks.statuses[index] ?? 'unanswered',
      because: because(one, index),
    })),
  }
}

/** A score as other systems read it: the answer of `zicha score` and of the score call, points as decimals. */
export type ScoreJson = {
  readonly form: string
  readonly year: number
  readonly total: number
  readonly criteria: readonly {
    readonly id: string
    readonly score: number
    readonly max: number
    readonly status: Status
    readonly because: string
  }[]
  readonly items: readonly { readonly no: number; readonly score: number; readonly max: number }[]
  readonly sections: readonly { readonly no: number; readonly score: number; readonly max: number }[]
}

const numbered = (one: { readonly no: number; readonly score: Points; readonly max: Points }) => ({
  no: one.no,
  score: toDecimal(one.score),
  max: toDecimal(one.max),
})

export const toScoreJson = (score: Score): ScoreJson => ({
  form: score.form,
  year: score.year,
  total: toDecimal(score.total),
  criteria: score.criteria.map((one) => ({
    id: one.id,
    score: toDecimal(one.score),
    max: toDecimal(one.max),
    status: one.status,
    because: one.because,
  })),
  items: score.items.map(numbered),
  sections: score.sections.map(numbered),
})
