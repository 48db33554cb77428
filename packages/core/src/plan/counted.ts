import { dayNumber, formatDay, periodsOf, sayPeriod, type BureauCalendar } from '../calendar.ts'
import { askedParts, hasNaFull, type KeyedPart } from '../facts/fact-keys.ts'
import type { FactValue } from '../facts/facts.ts'
import { proposeInapplicable } from '../facts/propose.ts'
import type { Criterion, FormPart } from '../form/form.ts'
import { isInapplicable, isList } from '../rule/answer.ts'
import type { PartOf } from '../rule/part.ts'
import { tallyOf } from '../rule/tally.ts'
import type { PlanInput } from './plan.ts'

export type Counted = PartOf<'shortfall'> & FormPart

export const isCounted = (part: FormPart): part is Counted => part.kind === 'shortfall'

/** A part's answer; what the ledger feeds is answered by an empty ledger too. `null` is an answer for tiers alone. */
export const answerOf = ({ key, part }: KeyedPart, input: PlanInput): FactValue | undefined => {
  const value = input.facts[key]
  if (value !== undefined && (value !== null || part.kind === 'tiers')) return value
  return isCounted(part) && part.fedBy.length > 0 ? [] : undefined
}

/** True where the unit's own figures say that a criterion does not apply to it, which a person has yet to confirm. */
export const awaitsConfirmation = (criterion: Criterion, input: PlanInput): boolean =>
  hasNaFull(criterion) &&
  criterion.proposal !== undefined &&
  proposeInapplicable(criterion.proposal, input.unit) !== undefined &&
  askedParts(criterion, input.unit).every(({ key }) => isOpen(input.facts[key]))

const isOpen = (value: FactValue | undefined): boolean =>
  value === undefined || value === null || (isList(value) && value.length === 0)

/** True where a criterion can lose points for this unit: something is asked, and nobody said that it does not apply. */
export const isInPlay = (criterion: Criterion, input: PlanInput): boolean =>
  askedParts(criterion, input.unit).length > 0 &&
  !(hasNaFull(criterion) && isInapplicable(input.facts[criterion.id])) &&
  !awaitsConfirmation(criterion, input)

/** One stretch of the year in which a count is required. */
export type CountedPeriod = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly missing: number
  /** Of the missing: what the days left cannot make any more, at most one a day. */
  readonly past: number
}

/** Days left in a stretch from today on, today included; all of them where it lies ahead. */
const daysLeft = (from: string, to: string, today: string): number =>
  Math.max(0, dayNumber(to) - Math.max(dayNumber(from), dayNumber(today)) + 1)

/** A count by period. A bare number says how many and not when, so it is held against the year as one stretch. */
export const periodsOfCount = (
  part: Counted,
  value: FactValue,
  input: PlanInput,
  calendar: BureauCalendar,
): readonly CountedPeriod[] => {
  const tally = tallyOf(part.required, value, input.year, calendar)
  const need = part.required.count
  const possible = (missing: number, from: string, to: string): number =>
    Math.min(missing, daysLeft(from, to, input.today))
  const periods = periodsOf(input.year, part.required.per, calendar)
  if (isList(value)) {
    return periods.map((period, index) => {
      const missing = tally.gaps.find((gap) => gap.index === index)?.missing ?? 0
      return { ...period, missing, past: missing - possible(missing, period.from, period.to) }
    })
  }
  const ahead = periods.reduce((all, period) => all + possible(need, period.from, period.to), 0)
  const [from, to] = [formatDay(input.year, 1, 1), formatDay(input.year, 12, 31)]
  return [{ name: sayPeriod('year', 0), from, to, missing: tally.missing, past: Math.max(0, tally.missing - ahead) }]
}
