import { defaultCalendar, type BureauCalendar } from '../calendar.ts'
import { askedParts } from '../facts/fact-keys.ts'
import type { Facts } from '../facts/facts.ts'
import type { Criterion, Form, FormPart } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { add, clamp, least, subtract, sum, times, toPoints, zero, type Points } from '../points.ts'
import { ruleOf } from '../rule/rule.ts'
import type { Place } from '../rule/rule-for.ts'
import { compileCriterion, scoreOf } from '../score/score-criterion.ts'
import type { NamedFinding } from './named-findings.ts'

/** A finding as chosen: how many times, and how much where the clause gives no number. */
export type ChosenFinding = { readonly finding: NamedFinding; readonly count?: number; readonly deducts?: Points }

/** What the school's own sheet holds: its answers, and by criterion what each still has, own marks included. */
export type HeldSheet = {
  readonly year: number
  readonly unit: UnitProfile
  readonly facts: Facts
  readonly held: Readonly<Record<string, Points>>
  readonly calendar?: BureauCalendar
}

/** An item's score after findings, and what each took, in their order: 0 where its part was spent already. */
export type ReckonedFindings = { readonly score: Points; readonly taken: readonly Points[] }

/**
 * An item's score after findings. The clause's caps hold over the school's sheet and the findings together: what a part,
 * or parts under a shared cap, have lost by the sheet is not taken again, and no criterion gives more than it still has.
 * `from` is the item's self score.
 */
export const reckonFindings = (
  form: Form,
  itemNo: number,
  from: Points,
  sheet: HeldSheet,
  chosen: readonly ChosenFinding[],
): ReckonedFindings => {
  const criteria = form.criteria.filter((criterion) => criterion.item === itemNo).map((criterion) => standingOf(criterion, sheet))
  const most = toPoints(form.items.find(({ no }) => no === itemNo)?.points ?? 0)
  const after = (some: readonly ChosenFinding[]): Points => {
    if (some.some(({ finding }) => finding.effect === 'empties')) return zero
    const lost = sum(criteria.map((one) => subtract(one.held, heldAfter(one, some))))
    const ofAnyRecord = sum(some.filter(({ finding }) => finding.criterion === undefined).map(takenBy))
    return clamp(subtract(from, add(lost, ofAnyRecord)), most)
  }
  let score = after([])
  const taken = chosen.map((_, index) => {
    const before = score
    score = after(chosen.slice(0, index + 1))
    return subtract(before, score)
  })
  return { score, taken }
}

const takenBy = ({ finding, deducts, count }: ChosenFinding): Points =>
  times(finding.deducts ?? deducts ?? zero, count ?? 1)

type StandingPart = { readonly key: string; readonly lost: Points; readonly most: Points; readonly deducts: boolean }

/** A criterion as the sheet leaves it. `besides`: what it lost by an own mark, which no part says. */
type Standing = {
  readonly criterion: Criterion
  readonly max: Points
  readonly held: Points
  readonly parts: readonly StandingPart[]
  readonly besides: Points
}

const standingOf = (criterion: Criterion, sheet: HeldSheet): Standing => {
  const { place, max, mark } = compileCriterion(criterion, sheet.calendar ?? defaultCalendar)
  const held = clamp(sheet.held[criterion.id] ?? zero, max)
  const outcome = mark(sheet)
  const reckoned = scoreOf(outcome, max)
  // An own mark above what the answers give says that their losses do not stand: how it was lost is not known.
  const answersStand = typeof outcome === 'number' && held <= reckoned
  const parts = askedParts(criterion, sheet.unit).map(({ key, part }): StandingPart => {
    const rule = ruleOf(part)
    const lost = answersStand ? (rule.loss(part, place)(sheet.facts[key], sheet.year) ?? zero) : zero
    return { key, lost, most: mostLostBy(part, place), deducts: rule.deducts(part) }
  })
  const besides = subtract(answersStand ? reckoned : max, held)
  const [lone] = parts
  return parts.length === 1 && lone !== undefined
    ? { criterion, max, held, parts: [{ ...lone, lost: add(lone.lost, besides) }], besides: zero }
    : { criterion, max, held, parts, besides }
}

/** A judgement never goes below its lowest mark. */
const mostLostBy = (part: FormPart, place: Place): Points => {
  const most = ruleOf(part).maximum(part, place)
  return part.kind === 'discretionary' ? subtract(most, least(toPoints(part.min), most)) : most
}

const heldAfter = ({ criterion, max, held, parts, besides }: Standing, chosen: readonly ChosenFinding[]): Points => {
  const own = chosen.filter(({ finding }) => finding.criterion === criterion.id)
  if (own.length === 0) return held
  const lost = parts.map((part) => ({ ...part, lost: lostAfter(part, own.filter(({ finding }) => finding.key === part.key)) }))
  const lostOf = (deducts: boolean): Points => sum(lost.filter((part) => part.deducts === deducts).map((part) => part.lost))
  const all =
    criterion.sharedCap === undefined
      ? sum([lostOf(true), lostOf(false), besides])
      : add(least(add(lostOf(true), besides), toPoints(criterion.sharedCap)), lostOf(false))
  return least(held, clamp(subtract(max, all), max))
}

/** What a part has lost with findings: never less than by the sheet, never more than the clause takes for it. */
const lostAfter = (part: StandingPart, chosen: readonly ChosenFinding[]): Points => {
  if (chosen.length === 0) return part.lost
  const added = add(part.lost, sum(chosen.filter(({ finding }) => finding.effect === 'adds').map(takenBy)))
  const set = chosen.filter(({ finding }) => finding.effect !== 'adds').map(takenBy)
  const lost = set.reduce((most, one) => (one > most ? one : most), added)
  return part.lost > part.most ? part.lost : least(lost, part.most)
}
