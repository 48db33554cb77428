import { sayDay } from '../../calendar.ts'
import type { Finding } from '../../finding.ts'
import { finding, quoted, type Draft } from './draft.ts'
import type { ListDay } from './list-day.ts'

/** What must be said about an activity's day: why it is empty, or what was taken for granted. */
export const dayFindings = (draft: Draft, day: ListDay | undefined, year: number, isAssumed: boolean): readonly Finding[] => {
  const { where } = draft.row
  if (day === undefined) return [finding('day_missing', where, '这一行没有写日期，日期先空着。请补上是哪一天。')]
  if (draft.isEntangled === true) {
    return [finding('days_entangled', where, '这一行写了几天、几件事，分不清哪件在哪天，先记成第一天的一条。请核对。')]
  }
  if (day.on !== null) {
    if (!isAssumed || day.orElse === undefined) return []
    const other = sayDay(day.orElse)
    return [finding('day_assumed', where, `“${quoted(day.written)}”可能是${sayDay(day.on)}，也可能是${other}，先记作${sayDay(day.on)}。请核对。`)]
  }
  switch (day.fault) {
    case 'missing':
      return [finding('day_missing', where, '这一行没有写日期，日期先空着。请补上是哪一天。')]
    case 'not_exact':
      return [finding('day_not_exact', where, `“${quoted(day.written)}”没有说清是哪一天，日期先空着。请补上是哪一天。`)]
    case 'no_such_day':
      return [finding('no_such_day', where, `日历上没有“${quoted(day.written)}”这一天，日期先空着。请对照原来的记录改。`)]
    case 'outside_year':
      return [finding('outside_year', where, `${day.written}不在${year}年度内，日期先空着。请核对年份，或放到那一年里。`)]
  }
}

/** A day settled by the order of the list, and whether it is still one of two. */
export type SettledDay = { readonly day: ListDay | undefined; readonly isAssumed: boolean }

/**
 * 3.1 in a cell of numbers may be 3.10. Where only one of the two keeps the list in order, it is that one;
 * text pasted from a sheet is doubted only where the order speaks against it, for there most 3.1 are the first.
 */
export const settleByOrder = (drafts: readonly Draft[], pasted: boolean): readonly SettledDay[] => {
  const sure = drafts.map(({ day }) => (day !== undefined && day.on !== null && day.orElse === undefined ? day.on : undefined))
  const before: (string | undefined)[] = []
  const after: (string | undefined)[] = []
  for (let index = 0; index < drafts.length; index++) before[index] = index === 0 ? undefined : (sure[index - 1] ?? before[index - 1])
  for (let index = drafts.length - 1; index >= 0; index--) after[index] = sure[index + 1] ?? after[index + 1]
  let last: string | undefined
  return drafts.map(({ day }, index) => {
    if (day === undefined || day.on === null || day.orElse === undefined) {
      last = day?.on ?? last
      return { day, isAssumed: false }
    }
    const from = latest(before[index], last)
    const fits = (on: string): boolean => (from === undefined || from <= on) && (after[index] === undefined || on <= (after[index] ?? on))
    const [low, high] = [fits(day.on), fits(day.orElse)]
    const settled: ListDay = !low && high ? { on: day.orElse, written: day.written, orElse: day.on } : day
    last = settled.on ?? last
    return { day: settled, isAssumed: pasted ? !low && high : low === high }
  })
}

const latest = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a > b ? a : b)
