import { isDay, packDay, periodIndexOf, periodsInYear, sayFullDay, sayPeriod, type Per } from '../calendar.ts'
import { formatPoints, least, times, toPoints, zero, type Points } from '../points.ts'
import { isList, type AnswerFault, type FactValue } from './answer.ts'
import { checkCount, fault, isCount, sayValue } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'
import { quoteCondition } from './say-condition.ts'
import { tallyOf, type Gap } from './tally.ts'

export type { Per }

/** Points for a count: each one missing takes `deduct_each`, `cap` at most. */
export type Shortfall = {
  readonly kind: 'shortfall'
  readonly required: { readonly count: number; readonly per: Per }
  readonly deduct_each: number
  readonly cap?: number
  readonly points?: number
  readonly what: string
}

const limitOf = (part: Shortfall, place: Place): Points => {
  const said = part.cap ?? part.points
  return said === undefined ? place.whole : least(toPoints(said), place.whole)
}

/** What is counted: things and papers by 项, people by 人, all else happens 次. */
export const measureOf = (what: string): string =>
  /(清单|制度|计划|总结|照片|材料|报告|名单|档案|方案)$/.test(what) ? '项' : /(人数|教师|党员)$/.test(what) ? '人' : '次'

const perWords: { readonly [P in Per]: string } = {
  year: '全年',
  half: '每半年',
  quarter: '每季度',
  month: '每月',
  semester: '每学期',
  week: '每周',
  term: '本届内',
  unspecified: '全年',
}

const yearly = (part: Shortfall): number => part.required.count * periodsInYear[part.required.per]

const sayGaps = (part: Shortfall, missing: number, gaps: readonly Gap[]): string => {
  const unit = measureOf(part.what)
  const named = gaps.map((gap) => sayPeriod(part.required.per, gap.index))
  if (periodsInYear[part.required.per] === 1 || gaps.length === 0) return `缺${missing}${unit}`
  if (gaps.length > 4) return `缺${named[0]}等${missing}${unit}`
  const first = gaps[0]?.missing
  return gaps.length > 1 && gaps.every((gap) => gap.missing === first)
    ? `缺${named.join('、')}各${first}${unit}`
    : `缺${gaps.map((gap, at) => `${named[at]}${gap.missing}${unit}`).join('、')}`
}

const sayDeduction = (part: Shortfall, missing: number, place: Place): string => {
  const all = times(toPoints(part.deduct_each), missing)
  const limit = limitOf(part, place)
  return all > limit ? `扣完${formatPoints(limit)}分` : `扣${formatPoints(all)}分`
}

const checkDays = (days: readonly string[], year: number): AnswerFault | undefined => {
  const strange = days.find((day) => typeof day !== 'string' || !isDay(day))
  if (strange !== undefined) {
    return fault('rule.not_a_day', `没有${sayValue(strange)}这一天。请按 2022-03-15 的样子填日期。`)
  }
  const outside = days.find((day) => Math.floor(packDay(day) / 10000) !== year)
  return outside === undefined
    ? undefined
    : {
        code: 'rule.day_outside_year',
        level: 'warning',
        message: `${sayFullDay(outside)}不在${year}年度内，不计。请改日期，或填到那一年度。`,
      }
}

type Missing = (days: readonly string[], year: number) => number

const missingInYear = (required: number): Missing => (days, year) => {
  const first = year * 10000
  let missing = required
  for (let at = 0; at < days.length && missing > 0; at += 1) {
    const packed = packDayOf(days[at])
    if (packed > first && packed < first + 10000) missing -= 1
  }
  return missing
}

/** Counts days as they come and stops caring once a period has enough: a surplus is no help elsewhere. */
const missingByPeriod = (count: number, periods: number, indexOf: (packed: number) => number): Missing => {
  const seen = new Array<number>(periods).fill(0)
  return (days, year) => {
    const first = year * 10000
    let missing = count * periods
    for (let period = 0; period < periods; period += 1) seen[period] = 0
    for (let at = 0; at < days.length; at += 1) {
      const packed = packDayOf(days[at])
      if (packed < first || packed > first + 10000) continue
      const index = indexOf(packed)
      const before = seen[index] ?? 0
      seen[index] = before + 1
      if (before < count) missing -= 1
    }
    return missing
  }
}

/** Facts come from outside: what is no text is no day. */
const packDayOf = (day: unknown): number => (typeof day === 'string' ? packDay(day) : 0)

const missingDays = ({ required }: Shortfall, place: Place): Missing => {
  const periods = periodsInYear[required.per]
  return periods === 1
    ? missingInYear(required.count)
    : missingByPeriod(required.count, periods, periodIndexOf(required.per, place.calendar))
}

export const shortfall: RuleFor<Shortfall> = {
  name: '缺一次扣分',
  meaning:
    'Points for a count: each one missing takes deduct_each, cap at most. A surplus in one period never makes up for another.',
  scored: true,
  reach: 'criterion',
  deducts: () => true,
  asks: () => 'dates_or_count',
  question: (part) => `${quoteCondition(part.what)}都在哪几天，或一共几${measureOf(part.what)}？`,
  terms: (part, place) =>
    `${perWords[part.required.per]}${part.required.count}${measureOf(part.what)}，缺1${measureOf(part.what)}扣${formatPoints(
      toPoints(part.deduct_each),
    )}分，扣完${formatPoints(limitOf(part, place))}分为止`,
  choices: (part, place) => [
    { answer: 0, label: '没有', effect: sayDeduction(part, yearly(part), place) },
  ],
  maximum: limitOf,
  check: (_part, value, year) => {
    if (value === null || isCount(value)) return undefined
    if (isList(value)) return checkDays(value, year)
    return typeof value === 'number'
      ? checkCount(value)
      : fault('rule.not_days', `这里要填日期或次数，填了${sayValue(value)}。请填一列日期，或一个整数。`)
  },
  loss: (part, place) => {
    const each = toPoints(part.deduct_each)
    const limit = limitOf(part, place)
    const required = yearly(part)
    const missingIn = missingDays(part, place)
    return (value, year) => {
      if (value === undefined || value === null) return undefined
      let missing: number
      if (isList(value)) missing = missingIn(value, year)
      else if (isCount(value)) missing = required - value
      else return undefined
      return missing <= 0 ? zero : least(times(each, missing), limit)
    }
  },
  because: (part, value: FactValue, year, place) => {
    const tally = tallyOf(part.required, value, year, place.calendar)
    const unit = measureOf(part.what)
    const head = `${place.alone ? '' : part.what}应${tally.required}${unit}，实${tally.done}${unit}`
    if (tally.missing === 0) return head
    const surplus = tally.done + tally.missing > tally.required ? '（多的不抵）' : ''
    return `${head}，${sayGaps(part, tally.missing, tally.gaps)}${surplus}，${sayDeduction(part, tally.missing, place)}`
  },
  subject: (part) => part.what,
}
