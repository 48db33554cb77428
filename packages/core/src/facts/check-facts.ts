import { defaultCalendar, type BureauCalendar } from '../calendar.ts'
import type { Finding } from '../finding.ts'
import type { Criterion, Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { toPoints } from '../points.ts'
import { isApplicability, type FactValue } from '../rule/answer.ts'
import { ruleOf, rules } from '../rule/rule.ts'
import { factKeys, hasNaFull, holdsFor, keyedParts } from './fact-keys.ts'
import type { Facts } from './facts.ts'

const finding = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })

const checkApplicability = (criterion: Criterion, value: FactValue, whole: number): Finding | undefined => {
  const naFull = criterion.parts.find((part) => part.kind === 'na_full')
  if (naFull === undefined) {
    return finding('facts.not_skippable', criterion.id, `${criterion.id}没有“不适用”的规定，请按实际情况答。`)
  }
  const place = { whole: toPoints(whole), calendar: defaultCalendar, alone: false }
  const fault = rules.na_full.check(naFull, value, 0, place)
  return fault === undefined ? undefined : { ...fault, where: criterion.id }
}

const checkCriterion = (
  criterion: Criterion,
  facts: Facts,
  unit: UnitProfile,
  year: number,
  calendar: BureauCalendar,
): readonly Finding[] => {
  const parts = keyedParts(criterion)
  const place = { whole: toPoints(criterion.points), calendar, alone: parts.length === 1 }
  const own = facts[criterion.id]
  const skipped = isApplicability(own) ? checkApplicability(criterion, own, criterion.points) : undefined
  const wrong = parts.flatMap(({ key, part }) => {
    const value = facts[key]
    if (value === undefined || !holdsFor(part.onlyIf, unit)) return []
    if (key === criterion.id && isApplicability(value)) return []
    const fault = ruleOf(part).check(part, value, year, place)
    return fault === undefined ? [] : [{ ...fault, where: key }]
  })
  return skipped === undefined ? wrong : [skipped, ...wrong]
}

/** What is wrong with a key that names no question of the form. */
const checkKey = (form: Form, key: string, value: FactValue): Finding | undefined => {
  const criterion = form.criteria.find(({ id }) => id === key)
  if (criterion === undefined) {
    return finding('facts.unknown_key', key, `这张表没有“${key.slice(0, 20)}”这一项。请核对编号。`)
  }
  if (isApplicability(value) || (value === null && hasNaFull(criterion))) return undefined
  const keys = factKeys(criterion)
  return keys.length === 0
    ? finding('facts.nothing_asked', key, `${key}没有要答的内容，请去掉。`)
    : finding('facts.several_parts', key, `${key}有${keys.length}处要答，请分别填${keys.join('、')}。`)
}

/**
 * What is wrong with a unit's answers to a form: keys that the form does not have, values that no rule of it can take.
 * A day outside the year is a warning: it is kept and does not count. Answers that this unit is not asked are let be.
 */
export const checkFacts = (
  form: Form,
  facts: Facts,
  unit: UnitProfile,
  year: number,
  calendar: BureauCalendar = defaultCalendar,
): readonly Finding[] => {
  const known = new Set(form.criteria.flatMap(factKeys))
  const strange = Object.entries(facts).flatMap(([key, value]) => {
    const fault = known.has(key) ? undefined : checkKey(form, key, value)
    return fault === undefined ? [] : [fault]
  })
  return [...strange, ...form.criteria.flatMap((criterion) => checkCriterion(criterion, facts, unit, year, calendar))]
}
