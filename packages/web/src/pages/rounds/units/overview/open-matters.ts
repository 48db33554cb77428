import type { ObjectionList, RectificationList } from '../../../../api/contract.ts'
import { dayWords, untilWords } from '../../../../ui/day-words.ts'

/**
 * What still runs under a signed sheet, one line each, with days and counts: the term to object, objections that nobody
 * decided, problems that are not put right. Empty where nothing does.
 */
export const openMatters = (objections: ObjectionList, rectifications: RectificationList, today: string): readonly string[] => {
  const undecided = objections.items.filter((one) => one.decision === null)
  const unfinished = rectifications.items.filter((one) => one.state !== 'accepted')
  return [
    ...(objections.until === null || !objections.open ? [] : [`学校提异议到${dayWords(objections.until)}，${untilWords(today, objections.until)}。`]),
    ...(undecided.length === 0 ? [] : [`${undecided.length}条异议还没有决定：${itemsOf(undecided)}。`]),
    ...(unfinished.length === 0 ? [] : [`${unfinished.length}件整改还没有认可${unfinished.some(({ no }) => no !== null) ? `：${itemsOf(unfinished)}` : ''}，${reportWords(unfinished, today)}。`]),
  ]
}

const itemsOf = (all: readonly { readonly no: number | null }[]): string =>
  `第${[...new Set(all.flatMap(({ no }) => (no === null ? [] : [no])))].toSorted((one, other) => one - other).join('、')}条`

/** The next day that counts: of a report that is awaited, else of the review. */
const reportWords = (unfinished: RectificationList['items'], today: string): string => {
  const days = unfinished.map(({ dueOn, reviewBy }) => (reviewBy === null ? { day: dueOn, what: '报告' } : { day: reviewBy, what: '复核' }))
  const [first] = days.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  return first === undefined ? '' : `${days.length === 1 ? '' : '最近的'}${dayWords(first.day)}前${first.what}，${untilWords(today, first.day)}`
}
