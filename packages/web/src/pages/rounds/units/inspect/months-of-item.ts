import { askedParts, factsFromLedger, mergeFacts } from '@zicha/core'
import type { Entry, Facts, Form, UnitProfile } from '@zicha/core'
import { monthOf } from '../../../../ui/day-words.ts'

/** A monthly count of an item: in which months it was held, and which months are over without it. */
export type MonthsHeld = {
  readonly key: string
  readonly what: string
  readonly times: number
  readonly held: readonly number[]
  readonly gaps: readonly number[]
}

export const monthsOfItem = (about: {
  readonly form: Form
  readonly no: number
  readonly unit: UnitProfile
  readonly year: number
  readonly entries: readonly Entry[]
  readonly answered: Facts
  readonly today: string
}): readonly MonthsHeld[] => {
  const facts = mergeFacts(factsFromLedger(about.form, about.entries, about.unit, about.year), about.answered)
  const over = lastMonthOver(about.year, about.today)
  return about.form.criteria
    .filter((criterion) => criterion.item === about.no)
    .flatMap((criterion) => askedParts(criterion, about.unit))
    .flatMap(({ key, part }): readonly MonthsHeld[] => {
      const days = facts[key]
      if (part.kind !== 'shortfall' || part.required.per !== 'month' || !Array.isArray(days)) return []
      const ofYear = days.filter((day): day is string => typeof day === 'string' && day.startsWith(`${about.year}-`))
      const held = [...new Set(ofYear.map(monthOf))].toSorted((a, b) => a - b)
      const gaps = Array.from({ length: over }, (_, index) => index + 1).filter((month) => !held.includes(month))
      return [{ key, what: part.what, times: ofYear.length, held, gaps }]
    })
}

const lastMonthOver = (year: number, today: string): number => {
  const current = Number(today.slice(0, 4))
  return year < current ? 12 : year > current ? 0 : monthOf(today) - 1
}
