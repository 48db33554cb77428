/**
 * The Yangzhou table of 2022 as a programmer would write it once and for all: no rules as data, no sentences, no other
 * edition. What scoring by rules is measured against. Points are counted in tenths.
 */
import type { Facts, FactValue, ScoreInput } from '@zicha/core'

const yes = (value: FactValue | undefined, tenths: number): number => (value === true ? tenths : 0)

const monthsWithout = (days: readonly string[], year: string): number => {
  let seen = 0
  let found = 0
  for (const day of days) {
    if (!day.startsWith(year)) continue
    const bit = 1 << ((day.charCodeAt(5) - 48) * 10 + day.charCodeAt(6) - 48)
    if ((seen & bit) === 0) found += 1
    seen |= bit
  }
  return 12 - found
}

const periodsWithout = (days: readonly string[], year: string, periods: number): number => {
  const length = 12 / periods
  let seen = 0
  let found = 0
  for (const day of days) {
    if (!day.startsWith(year)) continue
    const month = (day.charCodeAt(5) - 48) * 10 + day.charCodeAt(6) - 49
    const bit = 1 << Math.floor(month / length)
    if ((seen & bit) === 0) found += 1
    seen |= bit
  }
  return periods - found
}

const short = (days: readonly string[], year: string, count: number): number => {
  let found = 0
  for (const day of days) if (day.startsWith(year)) found += 1
  return found >= count ? 0 : count - found
}

const daysOf = (facts: Facts, key: string): readonly string[] | undefined => {
  const value = facts[key]
  return Array.isArray(value) ? (value as readonly string[]) : undefined
}

const left = (tenths: number, lost: number): number => (lost >= tenths ? 0 : tenths - lost)

const inapplicable = (value: FactValue | undefined): boolean =>
  typeof value === 'object' && value !== null && 'applicable' in value

/** The marks of the sixty criteria in the form's order, in tenths of a point. */
export const scoreByHand = (input: ScoreInput): { readonly total: number; readonly marks: readonly number[] } => {
  const { facts, unit } = input
  const year = String(input.year)
  const marks: number[] = []
  const each = (key: string, tenths: number, lost: (days: readonly string[]) => number): void => {
    const days = daysOf(facts, key)
    marks.push(days === undefined ? 0 : left(tenths, lost(days)))
  }
  const one = (key: string, tenths: number): void => {
    marks.push(yes(facts[key], tenths))
  }
  const counted = (key: string, tenths: number, lost: number): void => {
    const value = facts[key]
    marks.push(typeof value === 'number' ? left(tenths, value * lost) : 0)
  }
  const oneOrNone = (id: string, tenths: number): void => {
    marks.push(inapplicable(facts[id]) ? tenths : yes(facts[id], tenths))
  }

  one('1.1', 20)
  each('2.1', 10, (days) => periodsWithout(days, year, 2) * 5)
  one('2.2', 10)
  one('2.3', 10)
  each('3.1', 20, (days) => short(days, year, 2) * 10)
  one('4.1', 10)
  one('4.2', 10)
  one('4.3', 10)
  one('5.1', 10)
  each('5.2', 30, (days) => monthsWithout(days, year) * 10)
  const talks = daysOf(facts, '5.3.a')
  const silent = facts['5.3.b']
  marks.push(talks === undefined || typeof silent !== 'number' ? 0 : left(20, short(talks, year, 6) * 5 + silent * 5))
  one('6.1', 10)
  one('6.2', 30)
  one('7.1', 10)
  one('7.2', 10)
  one('8.1', 10)
  one('9.1', 10)
  one('10.1', 20)
  one('10.2', 10)
  one('11.1', 10)
  one('11.2', 10)
  counted('12.1', 40, 40)
  one('12.2', 10)
  one('13.1', 10)
  marks.push(facts['13.2'] === false ? 20 : 0)
  counted('14.1', 40, 10)
  oneOrNone('15.1', 10)
  oneOrNone('15.2', 20)
  one('16.1', 10)
  one('17.1', 20)
  const assemblies = daysOf(facts, '18.1.a')
  const committees = daysOf(facts, '18.1.b')
  const groups = (unit.partyGroups ?? 0) > 0 ? daysOf(facts, '18.1.c') : []
  marks.push(
    assemblies === undefined || committees === undefined || groups === undefined
      ? 0
      : left(
          40,
          10 * (periodsWithout(assemblies, year, 4) + monthsWithout(committees, year)) +
            ((unit.partyGroups ?? 0) > 0 ? 10 * monthsWithout(groups, year) : 0),
        ),
  )
  one('18.2', 10)
  each('18.3', 20, (days) => short(days, year, 4) * 10)
  each('18.4', 10, (days) => short(days, year, 1) * 10)
  one('18.5', 20)
  one('18.6', 20)
  one('19.1', 10)
  const given = facts['19.2']
  marks.push(typeof given === 'number' ? given * 10 : 0)
  one('20.1', 10)
  one('20.2', 10)
  one('21.1', 10)
  one('21.2', 10)
  const moral = facts['22.1']
  marks.push(typeof moral === 'number' ? moral * 10 : 0)
  one('23.1', 20)
  one('23.2', 20)
  const level = facts['24.1']
  marks.push(level === '省级' ? 30 : level === '市级' ? 20 : level === '申报' ? 10 : 0)
  one('25.1', 10)
  one('25.2', 10)
  one('25.3', 20)
  each('26.1', 20, (days) => periodsWithout(days, year, 4) * 5)
  one('26.2', 10)
  one('27.1', 10)
  one('28.1', 10)
  one('28.2', 10)
  each('29.1', 30, (days) => short(days, year, 4) * 10)
  one('29.2', 10)
  each('30.1', 20, (days) => periodsWithout(days, year, 2) * 10)
  each('30.2', 20, (days) => short(days, year, 2) * 10)
  if (inapplicable(facts['30.3'])) marks.push(20)
  else each('30.3', 20, (days) => short(days, year, 2) * 10)
  marks.push(facts['30.4'] === false ? 20 : 0)

  let total = 0
  for (const mark of marks) total += mark
  return { total, marks }
}
