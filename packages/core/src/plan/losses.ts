import type { BureauCalendar } from '../calendar.ts'
import { askedParts, type KeyedPart } from '../facts/fact-keys.ts'
import type { Criterion, FormPart } from '../form/form.ts'
import { clamp, least, subtract, sum, times, toPoints, zero, type Points } from '../points.ts'
import { ruleOf } from '../rule/rule.ts'
import type { Place } from '../rule/rule-for.ts'
import { answerOf, isCounted, isInPlay, periodsOfCount, type Counted } from './counted.ts'
import type { Missing, PlanInput, Repair } from './plan.ts'

/** Something missing with what its own part takes for it, before the criterion's caps. */
type Piece = { readonly missing: Omit<Missing, 'loses'>; readonly takes: Points; readonly deducts: boolean }

/**
 * What a criterion has lost so far, piece by piece: first what cannot be repaired, then in the order of time.
 * The pieces add up to the criterion's own loss: each loses what it adds after the caps, 0 beyond them.
 */
export const lossesOf = (criterion: Criterion, input: PlanInput, calendar: BureauCalendar): readonly Missing[] => {
  const place = placeOf(criterion, calendar)
  const seen: Piece[] = []
  return piecesOf(criterion, input, place).map((piece) => {
    const before = cappedLoss(criterion, place, seen)
    seen.push(piece)
    return { ...piece.missing, loses: subtract(cappedLoss(criterion, place, seen), before) }
  })
}

/** What so many more missing of a count would take, on top of what is lost already. */
export const lossOfMore = (
  criterion: Criterion,
  { key, part }: { readonly key: string; readonly part: Counted },
  count: number,
  input: PlanInput,
  calendar: BureauCalendar,
): Points => {
  const place = placeOf(criterion, calendar)
  const pieces = piecesOf(criterion, input, place)
  const own = sum(pieces.filter((piece) => piece.missing.key === key).map((piece) => piece.takes))
  const room = subtract(ruleOf(part).maximum(part, place), own)
  const more = least(times(toPoints(part.deduct_each), count), room)
  const missing = { ...aboutOf(criterion), key, kinds: [], repair: 'none' as const }
  const ahead = { missing, takes: more, deducts: true }
  return subtract(cappedLoss(criterion, place, [...pieces, ahead]), cappedLoss(criterion, place, pieces))
}

const placeOf = (criterion: Criterion, calendar: BureauCalendar): Place => ({
  whole: toPoints(criterion.points),
  calendar,
  alone: criterion.parts.length === 1,
})

const aboutOf = (criterion: Criterion) => ({ criterion: criterion.id, item: criterion.item, what: criterion.title })

const piecesOf = (criterion: Criterion, input: PlanInput, place: Place): readonly Piece[] => {
  if (!isInPlay(criterion, input)) return []
  return askedParts(criterion, input.unit)
    .flatMap((keyed) => piecesOfPart(criterion, keyed, input, place))
    .toSorted((a, b) => order(a).localeCompare(order(b)))
}

const order = ({ missing }: Piece): string => (missing.repair === 'none' ? '0' : `1${missing.to ?? ''}`)

const piecesOfPart = (criterion: Criterion, keyed: KeyedPart, input: PlanInput, place: Place): readonly Piece[] => {
  const { key, part } = keyed
  if (isCounted(part)) return piecesOfCount(criterion, key, part, input, place)
  const value = answerOf(keyed, input)
  const rule = ruleOf(part)
  const takes = value === undefined ? zero : (rule.loss(part, place)(value, input.year) ?? zero)
  if (takes <= 0) return []
  const missing = { ...aboutOf(criterion), key, kinds: criterion.suggestedBy, repair: repairOf(part) }
  return [{ missing, takes, deducts: rule.deducts(part) }]
}

const piecesOfCount = (
  criterion: Criterion,
  key: string,
  part: Counted,
  input: PlanInput,
  place: Place,
): readonly Piece[] => {
  const value = answerOf({ key, part }, input)
  if (value === undefined) return []
  let room = ruleOf(part).maximum(part, place)
  return periodsOfCount(part, value, input, place.calendar)
    .filter((period) => period.past > 0)
    .map(({ name, from, to, past }) => {
      const takes = least(times(toPoints(part.deduct_each), past), room)
      room = subtract(room, takes)
      const about = { ...aboutOf(criterion), what: part.what, key, kinds: part.fedBy, repair: 'record_if_held' as const }
      return { missing: { ...about, period: name, from, to, count: past }, takes, deducts: true }
    })
}

/** An answer may change with what is done; a fault that was found, or a judgement, stays. */
const repairOf = (part: FormPart): Repair => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
    case 'tiers':
      return 'answer_if_changed'
    case 'shortfall':
      return 'record_if_held'
    case 'per_occurrence':
    case 'zero_if':
    case 'veto':
    case 'grade_bands':
    case 'bonus':
    case 'percentage':
    case 'discretionary':
    case 'na_full':
      return 'none'
  }
}

const cappedLoss = (criterion: Criterion, place: Place, pieces: readonly Piece[]): Points => {
  const taken = (deducts: boolean): Points =>
    sum(pieces.filter((piece) => piece.deducts === deducts).map((piece) => piece.takes))
  const deducted = criterion.sharedCap === undefined ? taken(true) : least(taken(true), toPoints(criterion.sharedCap))
  return clamp(sum([deducted, taken(false)]), place.whole)
}
