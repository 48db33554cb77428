import { daysInMonth, formatDay, periodsOf, type BureauCalendar } from '../calendar.ts'
import type { DueRule } from '../form/form.ts'
import { findFixedDay } from '../lunar.ts'

/** A stretch in which something should be done by the form's own rhythm: `by` is its last day. */
export type Slot = { readonly name: string; readonly from: string; readonly by: string; readonly rule: DueRule }

/** The slots of a year that a due rule gives, in order. A feast that the platform cannot date gives none. */
export const slotsOf = (rule: DueRule, year: number, calendar: BureauCalendar): readonly Slot[] => {
  if ('every' in rule) {
    return periodsOf(year, rule.every, calendar).map(({ name, from, to }) => ({ name, from, by: to, rule }))
  }
  if ('month' in rule) {
    const by = formatDay(year, rule.month, daysInMonth(year, rule.month))
    return [{ name: `${rule.month}月`, from: formatDay(year, rule.month, 1), by, rule }]
  }
  const day = findFixedDay(year, rule.day)
  return day === undefined ? [] : [{ name: rule.day, from: day, by: day, rule }]
}

/**
 * When each of `count` in a year should be done: by the form's own rhythm where it has one, else at an even pace.
 * One name and day for each of them, in order.
 */
export const paceOf = (
  count: number,
  rules: readonly DueRule[],
  year: number,
  calendar: BureauCalendar,
): readonly { readonly name: string; readonly by: string }[] => {
  const slots = rules.flatMap((rule) => slotsOf(rule, year, calendar)).toSorted((a, b) => a.by.localeCompare(b.by))
  return Array.from({ length: count }, (_, index) => {
    const slot = slots[Math.ceil(((index + 1) * slots.length) / count) - 1]
    if (slot !== undefined) return { name: slot.name, by: slot.by }
    const month = Math.ceil(((index + 1) * 12) / count)
    return { name: '全年', by: formatDay(year, month, daysInMonth(year, month)) }
  })
}
