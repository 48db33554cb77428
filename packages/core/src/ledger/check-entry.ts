import { isDay, sayDay, sayFullDay, yearOf } from '../calendar.ts'
import type { Finding } from '../finding.ts'
import type { EntryKind } from './entry-kind.ts'
import type { Entry } from './entry.ts'

/**
 * What is wrong with an entry before it goes into a year's ledger: its day, its kinds, its title, its people.
 * An entry without a kind is kept with a warning, because it feeds nothing. `where` is a JSON pointer into the entry.
 */
export const checkEntry = (entry: Entry, year: number, kinds: readonly EntryKind[]): readonly Finding[] => [
  ...dayFaults(entry.happenedOn, year),
  ...kindFaults(entry.countsAs, kinds),
  ...(entry.title.trim() === '' ? [fault('entry.no_title', '/title', '标题还空着。写一句是什么活动。')] : []),
  ...(entry.people === undefined || (Number.isInteger(entry.people) && entry.people >= 0)
    ? []
    : [fault('entry.people_not_a_count', '/people', '人数要填0或以上的整数，不清楚可以空着。')]),
]

/**
 * What is against a day that has not come when it is written down: what is only planned is not recorded. Both are days in
 * Asia/Shanghai. Asked by pages and previews; a device whose clock runs ahead is not turned away by the server.
 */
export const checkDayHasCome = (happenedOn: string, today: string): readonly Finding[] =>
  isDay(happenedOn) && happenedOn > today
    ? [fault('entry.not_yet', '/happenedOn', `${yearOf(happenedOn) === yearOf(today) ? sayDay(happenedOn) : sayFullDay(happenedOn)}还没有到。办过以后再记。`)]
    : []

const dayFaults = (day: string, year: number): readonly Finding[] => {
  if (!isDay(day)) return [fault('entry.no_such_day', '/happenedOn', `没有“${day}”这一天，请改成日历上有的日期。`)]
  if (yearOf(day) === year) return []
  const sentence = `活动日期${sayFullDay(day)}不在${year}年度内，请改日期，或换到${yearOf(day)}年度填写。`
  return [fault('entry.outside_year', '/happenedOn', sentence)]
}

const kindFaults = (countsAs: readonly string[], kinds: readonly EntryKind[]): readonly Finding[] => {
  if (countsAs.length === 0) {
    return [{ ...fault('entry.no_kind', '/countsAs', '还没有选活动类型。选一个，才知道它计入哪一条。'), level: 'warning' }]
  }
  return countsAs.flatMap((name, index) => {
    const where = `/countsAs/${index}`
    if (!kinds.some((kind) => kind.name === name)) {
      return [fault('entry.unknown_kind', where, `没有“${name}”这种活动类型，请从列出的类型里选。`)]
    }
    return countsAs.indexOf(name) < index ? [fault('entry.kind_twice', where, `“${name}”选了两次，请去掉一个。`)] : []
  })
}

const fault = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })
