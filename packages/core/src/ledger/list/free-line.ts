import { findDayWords } from './day-words.ts'
import { plainWidth } from './plain-width.ts'
import { resolveDay, type DayContext, type ListDay } from './list-day.ts'
import { withoutNumbering, withoutOrnament } from './passing-rows.ts'
import { countIn, findReference, isCount } from './reference-and-people.ts'
import { splitMeetings, trimMarks, withoutDayTail } from './split-meetings.ts'
import { splitWeekdays } from './week-day.ts'

/** What one line tells: `3月15日下午 支委会暨意识形态研判，9人，记录本P21`. */
export type FreeLine = { readonly title: string; readonly day?: ListDay; /** False where the day stands amid other words and may be part of them. */ readonly isOwnDay: boolean; readonly reference?: string; readonly people?: number }

/** The name of a photo or film: it stands for what it shows, whatever it is called. */
export const isPhotoName = (text: string): boolean => photo.test(text)

const photo = /\.(?:jpe?g|png|heic|heif|bmp|gif|webp|mp4|mov)\s*$/i
const photoWords = /^(?:IMG|DSC|DSCN|PIC|VID|MVIMG|PXL|WeChat|mmexport|Screenshot|微信图片|微信截图|照片|图片)[_\-\s]*/i

/** The activities of one line; several where each has its own day. */
export const readFreeLine = (line: string, context: DayContext): readonly FreeLine[] => {
  if (photo.test(line)) return [readPhotoName(line, context)]
  const opened = opensWithDay(withoutOrnament(line), context)
  if (opened !== undefined) return [opened]
  const text = withoutNumbering(withoutOrnament(line), context.year, context.month).trim()
  const meetings = splitMeetings(text, context.year, context.month)
  if (meetings.length >= 2) return meetings.map((one) => ({ ...dress(one.text), day: resolveDay(one.day, text, context), isOwnDay: true }))
  const words = findDayWords(text, context.year)
  const ofWeek = context.week === undefined || words.some((one) => one.kind === 'day') ? [] : splitWeekdays(text, context.week)
  if (ofWeek.length > 0) return ofWeek.map((part) => ({ ...dress(part.text), day: { on: part.on, written: part.text }, isOwnDay: true }))
  const word = words.find((one) => one.kind === 'day' && (one.month !== undefined || one.at === 0)) ?? words.find((one) => one.kind === 'loose' && one.at <= 4) ?? words.find((one) => one.kind === 'loose' && one.month !== undefined)
  if (word === undefined) return [{ ...dress(text), isOwnDay: false }]
  const before = text.slice(0, word.at)
  const isLead = /^\s*(?:日期|时间|活动时间|会议时间)?\s*[：:（(【[]?\s*$/.test(before)
  const after = text.slice(word.end)
  const tail = /^[^\d一-龥]{0,3}$/.test(after.replace(/(?:上午|下午|晚上)|[（(]?(?:周|星期)[一二三四五六日天][）)]?|\d{1,2}[:：]\d{2}|[）)】\]]|[_-]?\d{1,3}$/g, ''))
  const isVague = word.kind === 'loose'
  // Loose words stay part of the title: without them the line no longer says when.
  const title = isVague ? text : isLead ? withoutDayTail(after) : tail ? before.replace(/[（(【[_\-\s]+$/, '') : text
  const day: ListDay = isVague ? { on: null, fault: 'not_exact', written: text.slice(word.at, word.end) } : resolveDay(word, text, context)
  // 接龙: who writes, when, what.
  const isAfterName = /^[一-龥·]{1,8}(?:\s+|\s*[：:]\s*)(?:[一-龥]{2,6}\s*)?$/.test(before)
  const isOwnDay = isLead || isAfterName || tail || /(?:于|在|定于)\s*$/.test(before)
  return [{ ...dress(title === '' ? line.trim() : title), day, isOwnDay }]
}

/**
 * The name of a photo, or of its folder where the file's own name says nothing: `0315支委会\\IMG_2031.JPG`.
 * The number that a phone gives (IMG_20220315_143000) tells the day; `mmexport` and a count of milliseconds do not.
 */
const readPhotoName = (line: string, context: DayContext): FreeLine => {
  const parts = line.trim().replace(photo, '').split(/[\\/](?!\d{1,2}(?:\D|$))/).map((part) => part.trim()).filter((part) => part !== '')
  const day = [...parts].reverse().map((part) => dayInName(part, context)).find((one) => one !== undefined)
  const named = [...parts].reverse().map((part) => nameWithoutDay(part, context)).find((name) => /[一-龥]{2,}/.test(name))
  return { title: named ?? parts.at(-1) ?? line.trim(), isOwnDay: true, ...(day === undefined ? {} : { day }) }
}

const dayInName = (name: string, context: DayContext): ListDay | undefined => {
  const word = findDayWords(name, context.year).find((one) => one.kind === 'day' && one.month !== undefined)
  if (word !== undefined) return resolveDay(word, name, context)
  const short = /^(\d{2})(\d{2})(?!\d)/.exec(name)
  return short === null ? undefined : resolveDay({ kind: 'day', at: 0, end: 4, month: Number(short[1]), day: Number(short[2]) }, name, context)
}

const nameWithoutDay = (name: string, context: DayContext): string => {
  const word = findDayWords(name, context.year).find((one) => one.kind === 'day' && one.month !== undefined)
  const rest = word === undefined ? name.replace(/^\d{4}(?!\d)/, '') : `${name.slice(0, word.at).replace(photoWords, '')} ${name.slice(word.end)}`
  return rest.replace(photoWords, '').replace(/^[_\-\s]+|[_\-\s]*[（(]?\d{0,3}[）)]?\s*$/g, '').trim()
}

/** `05 支委会`, `08-10 学雷锋` under the heading of their month. */
const opensWithDay = (line: string, context: DayContext): FreeLine | undefined => {
  const match = openingNumber.exec(plainWidth(line))
  if (match === null || context.month === undefined || context.opensWithDay !== true) return undefined
  const day = resolveDay({ kind: 'day', at: 0, end: match[0].length, day: Number(match[1]) }, line, context)
  return { ...dress(line.slice(match[0].length)), day, isOwnDay: true }
}

/** A number that opens a line and is marked neither as a day nor as a count: a day, or the line's own number. */
export const openingNumber = /^\s*(\d{1,2})(?:\s*[-~—至]\s*(\d{1,2}))?(?:\s+|\s*[:：])(?=[^\d\s:：])/

/** A title without what its line says at the end about pages and people; running words keep theirs. */
const dress = (text: string): Omit<FreeLine, 'day' | 'isOwnDay'> => {
  const reference = findReference(text)
  const parts = text.split(/(?<=[\s，,；;|])|(?=[（(](?:见|详见|记录本|P\d))/i)
  let people = countIn(text)
  while (parts.length > 1) {
    const last = trimMarks((parts.at(-1) ?? '').replace(/^[（(]|[）)]\s*$/g, ''))
    const bare = last.replace(/^(?:见|详见|参见|在)/, '')
    const isPage = reference !== undefined && bare !== '' && (bare === reference.text || reference.text.endsWith(bare)) && bare.length * 2 >= reference.text.length
    if (!(last === '' || isCount(last) || isPage)) break
    if (isCount(last)) people ??= Number(/\d+(?=\D*$)/.exec(last)?.[0])
    parts.pop()
  }
  // 9人 照片3张: the count is read wherever it stands alone, and stays where other words follow.
  const alone = parts.map((part) => trimMarks(part.replace(/^[（(]|[）)]\s*$/g, ''))).find(isCount)
  if (alone !== undefined) people ??= Number(/\d+(?=\D*$)/.exec(alone)?.[0])
  const title = trimMarks(parts.join(''))
  return {
    title: title === '' ? trimMarks(text) : title,
    ...(reference === undefined ? {} : { reference: reference.text }),
    ...(people === undefined ? {} : { people }),
  }
}
