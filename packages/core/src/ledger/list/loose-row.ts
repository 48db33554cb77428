import { findDayWords } from './day-words.ts'
import { finding, inOneLine, nothing, placeNote, quoted, spreadDays, type Draft, type RowReading } from './draft.ts'
import { readFreeLine } from './free-line.ts'
import { readDayCell, type DayContext, type ListDay } from './list-day.ts'
import type { ListCell, ListRow } from './list.ts'
import { isEmptyMark, saysNothingHeld } from './passing-rows.ts'
import { plainWidth } from './plain-width.ts'
import { findReference, isCount, readPeopleCell } from './reference-and-people.ts'
import { splitParts } from './split-meetings.ts'

/** `left`: what stood in cells that no entry takes. */
export type LooseRowReading = RowReading & { readonly month?: number; readonly left: readonly string[] }

const place = /^(?:[^，。]{0,12}(?:会议室|活动室|办公室|报告厅|礼堂|操场|教室|党员之家|阅览室|多功能厅|大厅|基地|线上|钉钉|腾讯会议))$/
const names = /^[一-龥]{2,3}(?:[、，,\s]+[一-龥]{2,3})*(?:等|等人)?$/
const onlyTime = /^\s*(?:(?:上午|下午|晚上)?\s*\d{1,2}\s*[:：点]\s*\d{0,2}(?:\s*[-~—至]\s*\d{1,2}\s*[:：点]\s*\d{0,2})?|上午|下午|晚上|(?:周|星期)[一二三四五六日])\s*$/

/** A row of several cells under no heads: each cell is known by its own shape. `namesKind` tells words that name a kind. */
export const readLooseRow = (row: ListRow, context: DayContext, namesKind: (text: string) => boolean): LooseRowReading => {
  const cells = [...new Set(row.cells)].filter((cell): cell is ListCell => cell !== undefined && !isEmptyMark(cell.text))
  const sorted = sortCells(cells, context)
  const inner: DayContext = sorted.month === undefined ? context : { ...context, month: sorted.month }
  const month = sorted.month === undefined ? {} : { month: sorted.month }
  const telling = sorted.texts.filter((text) => !place.test(text) && (namesKind(text) || !names.test(text)))
  const title = telling.find(namesKind) ?? [...telling].sort((a, b) => b.length - a.length)[0] ?? sorted.texts.find((text) => !place.test(text)) ?? sorted.texts[0]
  if (title === undefined) {
    const findings = sorted.days.length > 0 ? [finding('no_words', row.where, '这一行只有日期，没有写做了什么，没有记成活动。请补上再放入，或手工记一笔。')] : []
    return { drafts: [], findings, left: [], ...month }
  }
  if (saysNothingHeld(title)) return { ...nothing, left: [], findings: [finding('nothing_held', row.where, `“${quoted(title)}”写的是没有开展，没有记成活动。`)], ...month }
  const others = telling.filter((text) => text !== title)
  const said = others.map(findReference).find((one) => one !== undefined)?.text
  const reference = sorted.reference ?? said
  const at = sorted.texts.find((text) => place.test(text) && text !== title)
  const notes = [...others.filter((text) => text !== reference).map(inOneLine), ...(at === undefined ? [] : [placeNote(at)])]
  const hasNames = sorted.texts.some((text) => text !== title && !place.test(text) && !telling.includes(text))
  const left = [...(hasNames ? ['人名'] : []), ...(sorted.hasNumber ? ['没有表头的数'] : [])]
  const base = {
    row,
    words: [title, ...others].join('\n'),
    ...(notes.length === 0 ? {} : { note: notes.join('；') }),
    ...(reference === undefined ? {} : { reference }),
    ...(sorted.people === undefined ? {} : { people: sorted.people }),
  }
  const lines = readFreeLine(title, inner)
  if (sorted.days.every((day) => day.on === null && day.fault === 'not_exact') || lines.length >= 2) {
    const drafts = lines.map((line): Draft => {
      const own = line.day !== undefined && (line.isOwnDay || lines.length >= 2) ? line.day : undefined
      const rest = { ...(line.reference === undefined ? {} : { reference: line.reference }), ...(line.people === undefined ? {} : { people: line.people }) }
      return { ...rest, ...base, title: inOneLine(line.title), words: lines.length >= 2 ? line.title : base.words, day: own ?? sorted.days[0] }
    })
    return { drafts, findings: [], left, ...month }
  }
  return { drafts: spreadDays({ ...base, title: inOneLine(title) }, sorted.days, splitParts(title)), findings: [], left, ...month }
}

type Sorted = { days: readonly ListDay[]; month?: number; people?: number; reference?: string; hasNumber: boolean; readonly texts: string[] }

const sortCells = (cells: readonly ListCell[], context: DayContext): Sorted => {
  const sorted: Sorted = { days: [], hasNumber: false, texts: [] }
  cells.forEach((cell, index) => {
    const text = cell.text.trim()
    const plain = plainWidth(text)
    const month = sorted.month ?? context.month
    if (onlyTime.test(plain)) return
    // A number that opens the row counts the rows, unless a month stands before it.
    if (index === 0 && /^\d{1,3}[、.]?$/.test(plain) && cells.length > 2) return
    if (sorted.days.length === 0) {
      const named = monthAlone(plain, context.year)
      if (named !== undefined) {
        sorted.month = named
        return
      }
      if (isWhollyTime(cell, context.year) || (/^\d{1,2}$/.test(plain) && sorted.month !== undefined)) {
        const read = readDayCell(cell, month === undefined ? context : { ...context, month })
        if (read.days.length > 0) {
          sorted.days = read.days
          return
        }
      }
    }
    if (sorted.people === undefined && isCount(plain)) {
      const people = readPeopleCell(plain)
      if (people !== undefined) sorted.people = people
      return
    }
    const reference = findReference(text)
    if (sorted.reference === undefined && reference !== undefined && reference.text.length + 3 >= text.length && index > 0) {
      sorted.reference = reference.text
      return
    }
    if (/^\d+(?:\.\d+)?$/.test(plain)) {
      sorted.hasNumber = true
      return
    }
    sorted.texts.push(text)
  })
  return sorted
}

const monthAlone = (text: string, year: number): number | undefined => {
  const [word, ...more] = findDayWords(text, year)
  return word?.kind === 'loose' && word.month !== undefined && more.length === 0 && /^(?:20\d{2}年)?[^旬初中底末周]{1,4}$/.test(text) && word.end === text.length ? word.month : undefined
}

/** The cell tells when, and nothing else. */
export const isWhollyTime = (cell: ListCell, year: number): boolean => {
  const text = plainWidth(cell.text.trim())
  if (cell.value !== undefined) return cell.value > 36_526 || !Number.isInteger(cell.value)
  const words = findDayWords(text, year)
  if (words.length === 0) return false
  let rest = text
  for (const word of [...words].reverse()) rest = `${rest.slice(0, word.at)}${rest.slice(word.end)}`
  return rest.replace(/上午|下午|晚上|中午|(?:周|星期)[一二三四五六日天]|\d{1,2}\s*[:：点时]\s*\d{0,2}分?|左右|[\s（）()、,，;；\-~—至到和及.]/g, '') === ''
}
