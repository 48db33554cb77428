import { addDays, dayNumber } from '../../calendar.ts'
import { findDayWords } from './day-words.ts'
import { resolveDay, type DayContext, type ListDay, type Week } from './list-day.ts'

const names = '一二三四五六日'
const weekday = /(?:周|星期|礼拜)\s*([一二三四五六日天])/
const opensWithWeekday = new RegExp(String.raw`(?:^|[\n；;。，,、])\s*(?:[（(]?\d{1,2}[）)、.．]\s*)?[（(【]?${weekday.source}(?:上午|下午|晚上|中午)?[）)】]?\s*[：:、，,]?\s*`, 'g')

const closesWithWeekday = new RegExp(String.raw`(?<=\S)\s*[（(]${weekday.source}(?:上午|下午|晚上|中午)?[）)]\s*$`)

/** The weekday that a text names, Monday 1 to Sunday 7. */
export const weekdayIn = (text: string): number | undefined => {
  const name = weekday.exec(text)?.[1]?.replace('天', '日')
  return name === undefined ? undefined : names.indexOf(name) + 1
}

/** A day told as a stretch of a week at most; any other day is none. */
export const weekOf = (day: ListDay | undefined): Week | undefined =>
  day !== undefined && day.on !== null && day.until !== undefined && dayNumber(day.until) - dayNumber(day.on) <= 7 && day.until > day.on ? { on: day.on, until: day.until } : undefined

/** 周三 of 2.28-3.4 is 2 March; undefined where the stretch has no such weekday. */
export const dayInWeek = (week: Week, number: number): string | undefined => {
  for (let on = week.on; on <= week.until; on = addDays(on, 1)) if (isoWeekday(on) === number) return on
  return undefined
}

const isoWeekday = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** `周一：支委会；周三：党员大会` under its week: what was held on which of its days; `支委会（周二）` is one. */
export const splitWeekdays = (text: string, week: Week): readonly { readonly text: string; readonly on: string }[] => {
  const leads = [...text.matchAll(opensWithWeekday)]
  const behind = closesWithWeekday.exec(text)
  const on = behind === null ? undefined : dayInWeek(week, weekdayIn(behind[0]) ?? 0)
  if (leads.length === 0 && behind !== null && on !== undefined) return [{ text: text.slice(0, behind.index).trim(), on }]
  if (leads.length === 0 || text.slice(0, leads[0]?.index).trim() !== '') return []
  const parts = leads.map((lead, index) => ({
    text: text.slice(lead.index + lead[0].length, leads[index + 1]?.index ?? text.length).trim(),
    on: dayInWeek(week, weekdayIn(lead[0]) ?? 0),
  }))
  return parts.flatMap(({ text: held, on }) => (held === '' || on === undefined ? [] : [{ text: held, on }])).length === parts.length
    ? parts.map(({ text: held, on }) => ({ text: held, on: on ?? week.on }))
    : []
}

const weekNumber = /^[\s（(【[]*第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:教学)?周/

const arrangement = /[\s（）()【】[\]：:，,、]|党建|党群|德育|学校|支部|工作|活动|安排|计划|日程|行事历|要点|表/g

/** A heading that says no more than which week it is, with its days where it tells them: 第8周（4.4-4.8）. */
export const weekHeading = (text: string, context: DayContext): { readonly stretch: Week | undefined } | undefined => {
  const lead = weekNumber.exec(text)?.[0]
  if (lead === undefined) return undefined
  const words = findDayWords(text, context.year).filter((word) => word.kind === 'day')
  const rest = words.reduceRight((left, word) => `${left.slice(0, word.at)}${left.slice(word.end)}`, text).slice(lead.length)
  if (rest.replace(arrangement, '') !== '') return undefined
  const [only, ...more] = words
  return { stretch: only === undefined || more.length > 0 ? undefined : weekOf(resolveDay(only, text, context)) }
}
