import { addDays, daysInMonth, formatDay, monthOf, periodsInYear, yearOf, type BureauCalendar } from '../calendar.ts'
import { askedParts, type KeyedPart } from '../facts/fact-keys.ts'
import type { Criterion } from '../form/form.ts'
import { clamp, sum, toPoints, type Points } from '../points.ts'
import { ruleOf } from '../rule/rule.ts'
import { answerOf, isCounted, isInPlay, periodsOfCount, type Counted, type CountedPeriod } from './counted.ts'
import { lossOfMore } from './losses.ts'
import { paceOf, slotsOf, type Slot } from './pace.ts'
import type { Due, PlanInput } from './plan.ts'

/** Something still to do: when its stretch begins, and whether the day that was advised for it has passed. */
export type Task = { readonly due: Due; readonly opensOn: string; readonly behind: boolean }

export const tasksOf = (criterion: Criterion, input: PlanInput, calendar: BureauCalendar): readonly Task[] => {
  if (!isInPlay(criterion, input)) return []
  const asked = askedParts(criterion, input.unit)
  const counted = asked.flatMap((keyed) =>
    isCounted(keyed.part) ? tasksOfCount(criterion, keyed.key, keyed.part, input, calendar) : [],
  )
  const open = asked.filter((keyed) => !isCounted(keyed.part) && answerOf(keyed, input) === undefined)
  const slots = asked.some(({ part }) => isCounted(part)) || open.length === 0
    ? []
    : criterion.due.flatMap((rule) => slotsOf(rule, input.year, calendar))
  return [...counted, ...slots.flatMap((slot) => taskOfSlot(criterion, open, slot, input, calendar))]
}

/** Its time has come once its stretch has begun and it should be done by the end of next month, or should have been. */
export const isDue = (task: Task, today: string): boolean =>
  task.opensOn <= today && (task.behind || whenOf(task) <= endOfNextMonth(today))

export const whenOf = ({ due }: Task): string => due.advisedBy ?? due.deadline

const endOfNextMonth = (today: string): string => {
  const month = (monthOf(today) % 12) + 1
  const year = yearOf(today) + (month === 1 ? 1 : 0)
  return formatDay(year, month, daysInMonth(year, month))
}

const tasksOfCount = (
  criterion: Criterion,
  key: string,
  part: Counted,
  input: PlanInput,
  calendar: BureauCalendar,
): readonly Task[] => {
  const value = answerOf({ key, part }, input)
  if (value === undefined) return []
  return periodsOfCount(part, value, input, calendar)
    .filter((period) => period.to >= input.today && period.missing > period.past)
    .map((period) => {
      const { name, by, count, behind } = advice(criterion, part, period, input, calendar)
      const due: Due = {
        criterion: criterion.id,
        item: criterion.item,
        what: part.what,
        key,
        period: name,
        deadline: period.to,
        count,
        loses: lossOfMore(criterion, { key, part }, count, input, calendar),
        certain: true,
        kinds: part.fedBy,
        ...(by === undefined || by === period.to ? {} : { advisedBy: by }),
      }
      return { due, opensOn: period.from, behind }
    })
}

type Advice = { readonly name: string; readonly by?: string; readonly count: number; readonly behind: boolean }

/** By when the next of a count should be done, and how many with it, those already behind the pace included. */
const advice = (
  criterion: Criterion,
  part: Counted,
  period: CountedPeriod,
  input: PlanInput,
  calendar: BureauCalendar,
): Advice => {
  const left = period.missing - period.past
  const isYear = period.from.endsWith('-01-01') && period.to.endsWith('-12-31')
  if (!isYear) {
    const single = criterion.due.filter((rule) => !('every' in rule))
    const slot = single
      .flatMap((rule) => slotsOf(rule, input.year, calendar))
      .find(({ by }) => by >= period.from && by <= period.to && by >= input.today)
    const base = { name: period.name, count: left, behind: false }
    return slot === undefined ? base : { ...base, by: slot.by }
  }
  const required = part.required.count * periodsInYear[part.required.per]
  const done = required - period.missing
  const paces = paceOf(required, criterion.due, input.year, calendar)
  const next = paces.findIndex((pace, index) => index >= done && pace.by >= input.today)
  const pace = paces[next]
  const behind = (paces[done]?.by ?? '') < input.today
  if (pace === undefined) return { name: period.name, count: left, behind }
  return { name: pace.name, by: pace.by, count: Math.min(left, next - done + 1), behind }
}

/** A rhythm for what a person answers in the end: an entry of its kinds in the slot does it. */
const taskOfSlot = (
  criterion: Criterion,
  open: readonly KeyedPart[],
  slot: Slot,
  input: PlanInput,
  calendar: BureauCalendar,
): readonly Task[] => {
  const { opensOn, closesOn, deadline } = stretchOf(slot, input.year)
  const first = open[0]
  const done = input.entries.some(
    (entry) =>
      entry.happenedOn >= opensOn &&
      entry.happenedOn <= closesOn &&
      entry.countsAs.some((kind) => criterion.suggestedBy.includes(kind)),
  )
  if (done || first === undefined || deadline < input.today) return []
  const due: Due = {
    criterion: criterion.id,
    item: criterion.item,
    what: slot.rule.label ?? criterion.title,
    key: first.key,
    period: slot.name,
    deadline,
    count: 1,
    loses: atStake(criterion, open, calendar),
    certain: false,
    kinds: criterion.suggestedBy,
    ...(slot.by < deadline && slot.by >= input.today ? { advisedBy: slot.by } : {}),
  }
  return [{ due, opensOn, behind: slot.by < input.today }]
}

const atStake = (criterion: Criterion, open: readonly KeyedPart[], calendar: BureauCalendar): Points => {
  const whole = toPoints(criterion.points)
  const place = { whole, calendar, alone: open.length === 1 }
  return clamp(sum(open.map(({ part }) => ruleOf(part).maximum(part, place))), whole)
}

/**
 * Between which days an entry does for a slot. What a month asks once (a plan, a report) may come two months early and
 * late until the year's end; a feast is kept within a month before and a fortnight after; a rhythm within its period.
 */
const stretchOf = ({ rule, from, by }: Slot, year: number) => {
  const [first, last] = [formatDay(year, 1, 1), formatDay(year, 12, 31)]
  if ('every' in rule) return { opensOn: from, closesOn: by, deadline: by }
  if ('month' in rule) return { opensOn: later(first, addDays(from, -62)), closesOn: last, deadline: last }
  return { opensOn: later(first, addDays(by, -30)), closesOn: addDays(by, 14), deadline: by }
}

const later = (a: string, b: string): string => (a > b ? a : b)
