import type { BureauCalendar } from '../calendar.ts'
import { askedParts, hasNaFull, holdsFor, keyedParts, type KeyedPart } from '../facts/fact-keys.ts'
import type { Facts, FactValue } from '../facts/facts.ts'
import type { Criterion } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { wordedFor } from '../form/worded-for.ts'
import { add, clamp, formatPoints, least, subtract, sum, toPoints, zero, type Points } from '../points.ts'
import { isInapplicable } from '../rule/answer.ts'
import { ruleOf, rules } from '../rule/rule.ts'
import type { Place } from '../rule/rule-for.ts'
import type { Status } from './score.ts'

/** What a score is reckoned from: one unit's answers for one year. */
export type ScoreInput = { readonly year: number; readonly unit: UnitProfile; readonly facts: Facts }

/** A criterion's score, or why it has none. */
export type Outcome = Points | 'unanswered' | 'not_applicable'

export type CompiledCriterion = {
  readonly criterion: Criterion
  readonly place: Place
  readonly max: Points
  readonly parts: readonly KeyedPart[]
  readonly mark: (input: ScoreInput) => Outcome
  /** Answers that, being true, take more than this criterion. */
  readonly fatal: readonly FatalAnswer[]
}

export type FatalAnswer = { readonly key: string; readonly reach: 'item' | 'form'; readonly condition: string }

type Loss = (value: FactValue | undefined, year: number) => Points | undefined
type CompiledPart = KeyedPart & { readonly loss: Loss; readonly deducts: boolean }

const markLone = ({ key, loss }: CompiledPart, max: Points, start: Points): ((input: ScoreInput) => Outcome) =>
  (input) => {
    const lost = loss(input.facts[key], input.year)
    return lost === undefined ? 'unanswered' : clamp(subtract(start, lost), max)
  }

const markSeveral = (
  parts: readonly CompiledPart[],
  max: Points,
  start: Points,
  sharedCap: Points | undefined,
): ((input: ScoreInput) => Outcome) =>
  (input) => {
    let deducted = zero
    let otherwise = zero
    let asked = false
    for (const { key, part, loss, deducts } of parts) {
      if (part.onlyIf !== undefined && !holdsFor(part.onlyIf, input.unit)) continue
      asked = true
      const lost = loss(input.facts[key], input.year)
      if (lost === undefined) return 'unanswered'
      if (deducts) deducted = add(deducted, lost)
      else otherwise = add(otherwise, lost)
    }
    if (!asked) return 'not_applicable'
    const capped = sharedCap === undefined ? deducted : least(deducted, sharedCap)
    return clamp(subtract(start, add(otherwise, capped)), max)
  }

const fatalAnswer = ({ key, part }: KeyedPart): readonly FatalAnswer[] =>
  part.kind === 'zero_if'
    ? [{ key, reach: 'item', condition: part.condition }]
    : part.kind === 'veto'
      ? [{ key, reach: 'form', condition: part.condition }]
      : []

/**
 * A criterion's mark as a function, built once a form: its points less what the answers take, within 0 and its points.
 * A criterion of bonuses alone begins at 0. A missing or wrong answer leaves it unanswered: nothing wrong is counted.
 */
export const compileCriterion = (criterion: Criterion, calendar: BureauCalendar): CompiledCriterion => {
  const max = toPoints(criterion.points)
  const parts = keyedParts(criterion)
  const place: Place = { whole: max, calendar, alone: parts.length === 1 }
  const compiled = parts.map((keyed) => ({
    ...keyed,
    loss: ruleOf(keyed.part).loss(keyed.part, place),
    deducts: ruleOf(keyed.part).deducts(keyed.part),
  }))
  const start = parts.length > 0 && parts.every(({ part }) => part.kind === 'bonus') ? zero : max
  const sharedCap = criterion.sharedCap === undefined ? undefined : toPoints(criterion.sharedCap)
  const first = compiled[0]
  const isLone = compiled.length === 1 && sharedCap === undefined && first?.part.onlyIf === undefined
  const markParts =
    first === undefined
      ? (): Outcome => 'unanswered'
      : isLone
        ? markLone(first, max, start)
        : markSeveral(compiled, max, start, sharedCap)
  const mark = hasNaFull(criterion)
    ? (input: ScoreInput): Outcome =>
        isInapplicable(input.facts[criterion.id]) ? 'not_applicable' : markParts(input)
    : markParts
  return { criterion, place, max, parts, mark, fatal: parts.flatMap(fatalAnswer) }
}

export const scoreOf = (outcome: Outcome, max: Points): Points =>
  outcome === 'unanswered' ? zero : outcome === 'not_applicable' ? max : outcome

export const statusOf = (outcome: Outcome): Status => (typeof outcome === 'number' ? 'scored' : outcome)

const sayInapplicable = (compiled: CompiledCriterion, facts: Facts): string => {
  const reason = isInapplicable(facts[compiled.criterion.id])
    ? compiled.criterion.parts.flatMap((part) =>
        part.kind === 'na_full' ? [rules.na_full.because(part, null, 0, compiled.place)] : [],
      )[0]
    : undefined
  return `${reason ?? '本单位没有要考核的内容'}，得${formatPoints(compiled.max)}分。`
}

const sayUnanswered = (compiled: CompiledCriterion, input: ScoreInput): string => {
  const { criterion, place } = compiled
  if (compiled.parts.length === 0) return '细则没有写怎么算分，要由人定，先不计分。'
  const missing = askedParts(criterion, input.unit).filter(
    ({ key, part }) => ruleOf(part).loss(part, place)(input.facts[key], input.year) === undefined,
  )
  const names = missing.map(({ part }) => (place.alone && criterion.title !== '' ? criterion.title : ruleOf(part).subject(part)))
  return names.length > 3
    ? `还有${names.length}处没有核对，先不计分。`
    : `还没有核对${names.map((name) => `“${name}”`).join('')}，先不计分。`
}

const sayScored = (compiled: CompiledCriterion, input: ScoreInput, score: Points): string => {
  const { place } = compiled
  const criterion = wordedFor(compiled.criterion, input.unit)
  const asked = askedParts(criterion, input.unit)
  const reasons = asked.map(({ key, part }) =>
    ruleOf(part).because(part, input.facts[key] ?? null, input.year, { ...place, alone: asked.length === 1 }),
  )
  const lost = sum(
    asked.flatMap(({ key, part }) => {
      const rule = ruleOf(part)
      return rule.deducts(part) ? [rule.loss(part, place)(input.facts[key], input.year) ?? zero] : []
    }),
  )
  if (criterion.sharedCap !== undefined && lost > toPoints(criterion.sharedCap)) {
    reasons.push(`合计最多扣${formatPoints(toPoints(criterion.sharedCap))}分`)
  }
  return `${reasons.join('；')}${reasons.length > 1 ? '；共得' : '，得'}${formatPoints(score)}分。`
}

/** One Chinese sentence that says why the mark is what it is, made from the numbers that made the mark. */
export const sayBecause = (compiled: CompiledCriterion, input: ScoreInput, outcome: Outcome): string => {
  switch (statusOf(outcome)) {
    case 'scored':
      return sayScored(compiled, input, scoreOf(outcome, compiled.max))
    case 'unanswered':
      return sayUnanswered(compiled, input)
    case 'not_applicable':
      return sayInapplicable(compiled, input.facts)
  }
}
