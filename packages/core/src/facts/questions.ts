import { defaultCalendar, type BureauCalendar } from '../calendar.ts'
import type { Criterion, Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { wordedFor } from '../form/worded-for.ts'
import { toPoints, type Points } from '../points.ts'
import type { Asks } from '../rule/answer.ts'
import { ruleOf, rules } from '../rule/rule.ts'
import type { Place } from '../rule/rule-for.ts'
import { askedParts } from './fact-keys.ts'
import type { Facts } from './facts.ts'

/** An answer in one tap: what it is called, what it means in points, and the facts that it sets. */
export type QuestionChoice = { readonly label: string; readonly effect: string; readonly facts: Facts }

/** What a person is asked, for one fact key of one unit. */
export type Question = {
  readonly key: string
  readonly criterion: string
  readonly item: number
  readonly title: string
  readonly asks: Asks
  readonly question: string
  /** What the answer means in points: 每月1次，缺1次扣1分，扣完3分为止. */
  readonly terms: string
  readonly maximum: Points
  readonly choices: readonly QuestionChoice[]
}

const choiceOfNaFull = (criterion: Criterion, place: Place): readonly QuestionChoice[] =>
  criterion.parts.flatMap((part) =>
    part.kind === 'na_full'
      ? rules.na_full
          .choices(part, place, criterion.question ?? '')
          .map(({ answer, label, effect }) => ({ label, effect, facts: { [criterion.id]: answer } }))
      : [],
  )

const questionsOf = (asIs: Criterion, unit: UnitProfile, calendar: BureauCalendar): readonly Question[] => {
  const criterion = wordedFor(asIs, unit)
  const keyed = askedParts(criterion, unit)
  const place: Place = { whole: toPoints(criterion.points), calendar, alone: keyed.length === 1 }
  return keyed.map(({ key, part }) => {
    const rule = ruleOf(part)
    const asked = place.alone && criterion.question !== undefined ? criterion.question : rule.question(part)
    return {
      key,
      criterion: criterion.id,
      item: criterion.item,
      title: criterion.title,
      asks: rule.asks(part),
      question: asked,
      terms: rule.terms(part, place),
      maximum: rule.maximum(part, place),
      choices: [
        ...rule
          .choices(part, place, asked)
          .map(({ answer, label, effect }) => ({ label, effect, facts: { [key]: answer } })),
        ...choiceOfNaFull(criterion, place),
      ],
    }
  })
}

/** Every question that a form puts to this unit, in the form's order. */
export const questions = (
  form: Form,
  unit: UnitProfile,
  calendar: BureauCalendar = defaultCalendar,
): readonly Question[] => form.criteria.flatMap((criterion) => questionsOf(criterion, unit, calendar))
