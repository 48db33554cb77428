import { findDayWords, type DayWord } from './day-words.ts'
import { plainWidth } from './plain-width.ts'

type Day = DayWord & { readonly kind: 'day' }

/** One meeting of a text that holds several, each with its own day. */
export type Meeting = { readonly text: string; readonly day: Day }

const numbering = String.raw`(?:[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?=\s*\d)|[①-⑳])?\s*[（(【\[]?\s*`
const opens = new RegExp(`(?:^|[\\n；;。、，,\\s])${numbering}$`)
const weekday = String.raw`(?:\s*[（(]?(?:周|星期)[一二三四五六日天][）)]?)?`
const hour = String.raw`(?:\s*(?:上午|下午|晚上|中午|早上)?\s*(?:\d{1,2}\s*[:：点时]\s*(?:\d{0,2}分?|半)?)?(?:\s*[-~—至]\s*\d{1,2}[:：]\d{2})?)`
const afterDay = new RegExp(`^${weekday}${hour}${weekday}\\s*[）)】\\]]?\\s*[，,：:、|—\\-.]*\\s*`)

/** What follows a day: without its weekday, hour and the marks that join it to what was held. */
export const withoutDayTail = (text: string): string => text.replace(afterDay, '')

/**
 * The meetings of a text where each has its own day: `3.8支委会；3.15党员大会`, `支委会（3.8）、党员大会（3.15）`.
 * Under a month, days need none of their own. Fewer than two: the text tells of one meeting, and days inside it are part of its words.
 */
export const splitMeetings = (text: string, year: number, month?: number): readonly Meeting[] => {
  const days = findDayWords(text, year).filter((word): word is Day => word.kind === 'day' && (word.month ?? month) !== undefined)
  if (days.length < 2) return []
  const leading = days.filter((day) => opens.test(plainWidth(text.slice(0, day.at))))
  if (leading.length >= 2 && leading[0] !== undefined && new RegExp(`^\\s*${numbering}$`).test(plainWidth(text.slice(0, leading[0].at)))) {
    return leading.map((day, index) => ({ day, text: trimMarks(withoutDayTail(text.slice(day.end, startOf(text, leading[index + 1])))) }))
  }
  const listed = daysAtEnd(text, days)
  if (listed !== undefined) return days.map((day) => ({ day, text: listed }))
  const bracketed = days.filter((day) => /[（(]\s*$/.test(text.slice(0, day.at)) && /^[^（(；;，,]{0,8}[）)]/.test(text.slice(day.end)))
  if (bracketed.length < 2 || bracketed.length !== days.length) return []
  let from = 0
  return bracketed.map((day) => {
    const part = trimMarks(text.slice(from, day.at).replace(/[（(]\s*$/, ''))
    from = day.end + text.slice(day.end).search(/[）)]/) + 1
    return { day, text: part }
  })
}

/** 集中学习：1月8日；2月17日: one kind of meeting and its days, nothing else between or after them. */
const daysAtEnd = (text: string, days: readonly Day[]): string | undefined => {
  const [first] = days
  if (first === undefined) return undefined
  const lead = trimMarks(text.slice(0, first.at))
  const between = days.map((day, index) => text.slice(day.end, days[index + 1]?.at ?? text.length)).join('')
  return lead !== '' && /[：:\s（(]$/.test(text.slice(0, first.at)) && /^[\s、,，;；和及）)。]*$/.test(between) ? lead.replace(/[（(]$/, '') : undefined
}

/** Where the next meeting's own numbering begins. */
const startOf = (text: string, next: Day | undefined): number => {
  if (next === undefined) return text.length
  const before = plainWidth(text.slice(0, next.at))
  return before.length - (new RegExp(`${numbering}$`).exec(before)?.[0].length ?? 0)
}

/** The parts of a cell that are told one by one: lines, numbered points, stretches between semicolons. */
export const splitParts = (text: string): readonly string[] => {
  const lines = text.split(/\n|[；;]|(?<=[^\d①-⑳])(?=[①-⑳])|(?<=[。；;\s])(?=\d{1,2}[、．)）])/).map(trimMarks).filter((part) => part !== '')
  return lines.map((line) => line.replace(/^(?:\d{1,2}[、．)）]|\d{1,2}\.(?!\d)|[①-⑳]|[（(]\d{1,2}[）)])\s*/, ''))
}

export const trimMarks = (text: string): string => text.replace(/^[\s，,；;、：:。|]+|[\s，,；;、：:|]+$/g, '')
