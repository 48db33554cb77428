import type { Finding } from '../../finding.ts'
import { readChatLines } from './chat-lines.ts'
import { withDayColumn } from './day-column.ts'
import { findDayWords } from './day-words.ts'
import { finding, inOneLine, quoted, type Draft } from './draft.ts'
import { isPhotoName, openingNumber, readFreeLine } from './free-line.ts'
import { isHeadAgain, readHead, type Columns } from './list-columns.ts'
import { hiddenYear, type DayContext, type Week } from './list-day.ts'
import { isSeasonHeading, monthHeading, yearsToldBy, type YearOf } from './list-year.ts'
import type { ListCell, ListRow, ListSheet } from './list.ts'
import { isWhollyTime, readLooseRow } from './loose-row.ts'
import { isEmptyMark, isNote, isNumberedHeading, isSignature, isSignatureLabel, isSum, isSumCell, isTitle, saysNothingHeld, subjectOf, withoutNumbering, withoutOrnament } from './passing-rows.ts'
import { unfoldRecords } from './record-sheet.ts'
import { trimMarks } from './split-meetings.ts'
import type { Carried } from './row-time.ts'
import { readTableRow } from './table-row.ts'
import { withTitleColumn } from './title-column.ts'
import { turnTables } from './turned-tables.ts'
import { splitWeekdays, weekHeading } from './week-day.ts'

/** A heading that names a kind: its rows are of that kind. A subject (of the whole list) gives way to the row's own words. */
type Heading = { readonly kinds: readonly string[]; readonly isSubject: boolean }

export type PlacedDraft = Draft & { readonly heading: Heading | undefined }

/** Activities and remarks in the order of the rows. */
type Step = { readonly kind: 'draft'; readonly draft: PlacedDraft } | { readonly kind: 'finding'; readonly finding: Finding }

/** `left`: heads of columns, or words for cells, whose contents no entry takes. */
export type RowsReading = { readonly drafts: readonly PlacedDraft[]; readonly steps: readonly Step[]; readonly left: readonly string[] }

type State = {
  columns: Columns | undefined
  headRow: ListRow | undefined
  table: number | undefined
  width: number
  month: number | undefined
  week: Week | undefined
  yearOf: YearOf | undefined
  heading: Heading | undefined
  carried: Carried
  above: ListRow | undefined
  hasBegun: boolean
  readonly left: Set<string>
}

type Told = (text: string) => readonly string[]

/** Reads the rows of one sheet from the top: titles, headings and heads set what the rows below them are read by. */
export const readRows = (sheet: ListSheet, year: number, told: Told): RowsReading => {
  const steps: Step[] = []
  const state = startOf(sheet, year, told)
  const typedIn = yearTypedIn(sheet, year)
  const opensWithDay = opensWithDays(sheet)
  const rows = turnTables(unfoldRecords(readChatLines(cutLongCells(sheet.rows, steps), year), year), year)
  for (const [index, row] of rows.entries()) {
    const cells = [...new Set(row.cells)].filter((cell): cell is ListCell => cell !== undefined && cell.text.trim() !== '')
    if (cells.length === 0) continue
    const context: DayContext = {
      year,
      yearOf: state.yearOf ?? (() => year),
      ...(state.month === undefined ? {} : { month: state.month }),
      ...(state.week === undefined ? {} : { week: state.week }),
      ...(typedIn === undefined ? {} : { typedIn }),
      pasted: sheet.pasted,
      opensWithDay,
    }
    const read = readRow(row, cells, state, context, told)
    if (state.headRow === row && state.columns !== undefined) state.columns = withTitleColumn(withDayColumn(state.columns, rows.slice(index + 1, index + 20), year), rows.slice(index + 1, index + 20))
    steps.push(...read.findings.map((one): Step => ({ kind: 'finding', finding: one })))
    steps.push(...read.drafts.map((draft): Step => ({ kind: 'draft', draft: { ...draft, heading: state.heading } })))
    if (read.drafts.length > 0) state.hasBegun = true
    state.above = row
  }
  return { drafts: steps.flatMap((step) => (step.kind === 'draft' ? [step.draft] : [])), steps, left: [...state.left] }
}

const startOf = (sheet: ListSheet, year: number, told: Told): State => {
  const name = sheet.name ?? ''
  const kinds = told(name)
  return {
    columns: undefined,
    headRow: undefined,
    table: undefined,
    width: 0,
    month: monthHeading(name, year),
    week: undefined,
    yearOf: yearsToldBy(name),
    heading: kinds.length === 1 ? { kinds, isSubject: true } : undefined,
    carried: {},
    above: undefined,
    hasBegun: false,
    left: new Set(),
  }
}

/** Numbers that open lines and do not go 1, 2, 3 are days. */
const opensWithDays = (sheet: ListSheet): boolean => {
  const numbers = sheet.rows.flatMap((row) => (row.cells.length === 1 ? [Number(openingNumber.exec(withoutOrnament(row.cells[0]?.text ?? ''))?.[1])] : [])).filter((one) => one > 0)
  return numbers.some((one, index) => one !== 1 && one !== (numbers[index - 1] ?? 0) + 1)
}

/** The one other year in all dates that Excel shows without a year: it was added by Excel on the day of typing. */
const yearTypedIn = (sheet: ListSheet, year: number): number | undefined => {
  const years = new Set(sheet.rows.flatMap((row) => row.cells.map((cell) => (cell === undefined ? undefined : hiddenYear(cell)))).filter((one) => one !== undefined))
  const [only] = years
  return years.size === 1 && only !== undefined && only > year ? only : undefined
}

/** No cell of a list is longer: what comes after is cut, so that no line can keep the reading busy. */
const longestCell = 2_000

const cutLongCells = (rows: readonly ListRow[], steps: Step[]): readonly ListRow[] => {
  const isLong = (cell: ListCell | undefined): boolean => cell !== undefined && cell.text.length > longestCell
  return rows.map((row) => {
    if (!row.cells.some(isLong)) return row
    steps.push({ kind: 'finding', finding: finding('cell_too_long', row.where, `有一格超过${longestCell}个字，只读了前面的。请看看是不是几行并成了一格。`) })
    return { ...row, cells: row.cells.map((cell) => (cell !== undefined && isLong(cell) ? { ...cell, text: cell.text.slice(0, longestCell) } : cell)) }
  })
}

type Read = { readonly drafts: readonly Draft[]; readonly findings: readonly Finding[] }

const passed: Read = { drafts: [], findings: [] }

const readRow = (row: ListRow, cells: readonly ListCell[], state: State, context: DayContext, told: Told): Read => {
  const isKind = (text: string): boolean => told(text).length > 0
  if (row.table !== state.table) enterTable(row, state)
  const head = readHead(row, state.headRow === state.above ? state.columns : undefined, isKind, context.year, !state.hasBegun)
  const isAmidRows = state.columns !== undefined && state.headRow !== state.above && row.table === state.table
  if (head !== undefined && (!isAmidRows || state.columns === undefined || isHeadAgain(row, state.columns, isKind))) {
    state.columns = head
    state.headRow = row
    state.width = row.cells.length
    state.carried = {}
    return passed
  }
  const [first] = cells
  const opening = first?.text ?? ''
  if (isSum(opening) || isNote(opening) || cells.some((cell) => isSumCell(cell.text))) return passed
  if (cells.length === 1 && first !== undefined) return readLone(row, first, state, context, told)
  if (isSignatureLabel(opening) && !cells.some((cell) => cell !== first && isKind(cell.text))) return passed
  if (cells.every((cell) => isEmptyMark(cell.text) || /^\d{1,3}$/.test(cell.text.trim())) && cells.every((cell) => cell.format === undefined) && !hasDayCells(row, state)) return passed
  if (state.columns !== undefined && row.table === state.table) return readUnderHeads(row, state, state.columns, context, isKind)
  const loose = readLooseRow(row, context, isKind)
  if (loose.month !== undefined) state.month = loose.month
  for (const words of loose.left) state.left.add(words)
  if (loose.drafts.length > 0 || loose.findings.length > 0 || !state.hasBegun) return loose
  return { drafts: [], findings: [notRead(row, cells)] }
}

const hasDayCells = (row: ListRow, state: State): boolean =>
  state.columns?.roles.some((role, column) => role === 'matrix' && row.cells[column] !== undefined && !isEmptyMark(row.cells[column]?.text ?? '')) === true

const enterTable = (row: ListRow, state: State): void => {
  if (row.table === undefined) return
  // A table that goes on after a page keeps its heads; another one has its own.
  if (row.cells.length !== state.width) state.columns = undefined
  state.table = row.table
  state.carried = {}
}

const readUnderHeads = (row: ListRow, state: State, columns: Columns, context: DayContext, isKind: (text: string) => boolean): Read => {
  const read = readTableRow(row, columns, context, state.carried, state.above, isKind)
  state.carried = read.carried
  for (const head of read.left) state.left.add(head)
  return read
}

/** A row that shows one text only: a title, a heading, a note, or an activity of one line. */
const readLone = (row: ListRow, cell: ListCell, state: State, context: DayContext, told: Told): Read => {
  const text = withoutOrnament(inOneLine(cell.text))
  const column = row.cells.indexOf(cell)
  const isAcross = row.table === undefined || row.cells.filter((one) => one === cell).length * 2 > row.cells.length
  const columns = row.table === undefined && row.cells.length === 1 ? undefined : state.columns
  const role = columns?.roles[column]
  if (isSignature(text)) return passed
  if (columns !== undefined && !isAcross && (role === 'title' || role === 'content' || role === 'matrix' || role === 'kind')) return readUnderHeads(row, state, columns, context, (words) => told(words).length > 0)
  const month = monthHeading(text, context.year)
  if (columns !== undefined && !isAcross && ((role === 'date' && month === undefined) || role === 'month') && isWhollyTime(cell, context.year)) return readUnderHeads(row, state, columns, context, (words) => told(words).length > 0)
  const week = weekHeading(text, context)
  if (week !== undefined) {
    state.week = week.stretch
    return passed
  }
  const years = isTitle(text) || month !== undefined || isSeasonHeading(text) || /^\s*20\d{2}\s*年?度?\s*$/.test(text) || isOpening(text, state) ? yearsToldBy(text) : undefined
  if (years !== undefined) state.yearOf = years
  if (month !== undefined) {
    state.month = month
    state.week = undefined
    return passed
  }
  if (isSeasonHeading(text)) {
    state.month = undefined
    return passed
  }
  const hasDay = findDayWords(text, context.year).some((word) => word.kind === 'day') || (context.week !== undefined && splitWeekdays(text, context.week).length > 0)
  if (!hasDay && isTitle(text)) {
    setSubject(text, state, context, told)
    return passed
  }
  if (saysNothingHeld(text)) return { drafts: [], findings: [finding('nothing_held', row.where, `“${quoted(text)}”写的是没有开展，没有记成活动。`)] }
  if (/^\d{1,4}$/.test(text) || isEmptyMark(text)) return passed
  const opensOnDay = context.opensWithDay === true && context.month !== undefined && openingNumber.test(text)
  if (!hasDay && !opensOnDay && isHeading(text, isAcross, context, told)) {
    setHeading(text, state, context, told)
    return passed
  }
  return readLine(row, cell, state, context, told)
}

/** The first lines of a list, before anything happened in it. */
const isOpening = (text: string, state: State): boolean => !state.hasBegun && text.length <= 40 && !/[。《》]|通知|印发|关于/.test(text)

const readLine = (row: ListRow, cell: ListCell, state: State, context: DayContext, told: Told): Read => {
  const lines = readFreeLine(cell.text.trim(), context)
  const accepted = lines.filter((line) => line.day !== undefined && (line.isOwnDay || !/学习|传达|贯彻|文件|通知/.test(line.title)))
  const isDated = accepted.length > 0
  const loose = accepted.length > 0 && accepted.every((line) => line.day?.on === null && line.day.fault === 'not_exact')
  const namesKind = told(cell.text).length > 0
  if ((isDated && !loose) || namesKind || (loose && state.hasBegun) || isPhotoName(cell.text)) {
    if (!state.hasBegun && !isDated && row.table === undefined && !isPhotoName(cell.text) && !/^\s*(?:\d|[（(]|[①-⑳])/.test(cell.text)) {
      setSubject(cell.text, state, context, told)
      return passed
    }
    return {
      drafts: lines.map((line) => ({
        row,
        title: inOneLine(line.title),
        words: line.title,
        day: accepted.includes(line) ? line.day : undefined,
        ...(line.reference === undefined ? {} : { reference: line.reference }),
        ...(line.people === undefined ? {} : { people: line.people }),
      })),
      findings: [],
    }
  }
  return state.hasBegun || state.columns !== undefined ? { drafts: [], findings: [notRead(row, [cell])] } : passed
}

const notRead = (row: ListRow, cells: readonly ListCell[]): Finding =>
  finding('row_not_read', row.where, `“${quoted(cells.map((cell) => cell.text).join(' '))}”没有读成活动。如果是一件事，请写上日期再放入，或手工记一笔。`)

const setSubject = (text: string, state: State, context: DayContext, told: Told): void => {
  const kinds = told(subjectOf(text))
  if (kinds.length === 1) state.heading = { kinds, isSubject: true }
  const [word, ...more] = findDayWords(text, context.year)
  if (word?.kind === 'loose' && word.month !== undefined && more.length === 0 && !/[旬初中底末]/.test(text.slice(word.at, word.end))) state.month = word.month
}

/** 一、组织生活 over its rows, 支委会 merged across the table: no activity, but it may say of what kind the rows below are. */
const isHeading = (text: string, isAcross: boolean, context: DayContext, told: Told): boolean => {
  if (!isAcross || text.length > 24 || /[。；，,]/.test(text)) return false
  const words = findDayWords(text, context.year)
  if (words.length > 0) return /[：:]$/.test(text) && !words.some((word) => word.kind === 'day')
  if (isNumberedHeading(text)) return true
  const bare = trimMarks(text)
  return /[：:]$/.test(text) || (told(bare).length === 1 && bare.length <= 8) || (/类$|方面$|部分$|板块$/.test(bare) && bare.length <= 12)
}

const setHeading = (text: string, state: State, context: DayContext, told: Told): void => {
  const bare = trimMarks(withoutNumbering(text, context.year))
  const kinds = told(bare)
  state.heading = kinds.length === 1 && isOfOneKind(bare, told) ? { kinds, isSubject: bare.length > 12 } : undefined
}

/** 组织生活和主题党日 stands over rows of either: what only one part of a heading names is not said of each row. */
const isOfOneKind = (text: string, told: Told): boolean => {
  const parts = text.split(/[、和与及暨/／]/).filter((part) => part.trim() !== '')
  return parts.every((part, index) => told(part).length > 0 || (index > 0 && part.trim().length <= 2))
}
