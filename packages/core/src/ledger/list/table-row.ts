import { finding, inOneLine, nothing, placeNote, quoted, spreadDays, type Draft, type RowReading } from './draft.ts'
import { readFreeLine } from './free-line.ts'
import type { ColumnGroup, ColumnRole, Columns } from './list-columns.ts'
import { readDayCell, type DayContext, type ListDay } from './list-day.ts'
import type { ListCell, ListRow } from './list.ts'
import { isWhollyTime } from './loose-row.ts'
import { isEmptyMark, saysNothingHeld } from './passing-rows.ts'
import { plainWidth } from './plain-width.ts'
import { countIn, findReference, isCount, readPeopleCell, readReferenceCell } from './reference-and-people.ts'
import { cellsOf, readTime, type Carried, type Time } from './row-time.ts'
import { splitMeetings, splitParts } from './split-meetings.ts'
import { kindsTicked } from './tick-columns.ts'
import { splitWeekdays } from './week-day.ts'
import { readWeekGrid } from './week-grid.ts'

/** `left`: heads over words of the row that no entry takes. */
export type TableRowReading = RowReading & { readonly carried: Carried; readonly left: readonly string[] }

const textOf = (cells: readonly ListCell[], joint = '\n'): string => cells.map((cell) => cell.text.trim()).filter((text) => !isEmptyMark(text)).join(joint)

/**
 * A row under known heads. `above` is the row before it: what is merged with it wholly is no new activity. `namesKind` tells
 * words that name a kind.
 */
export const readTableRow = (row: ListRow, columns: Columns, context: DayContext, carried: Carried, above: ListRow | undefined, namesKind: (text: string) => boolean): TableRowReading => {
  const time = readTime(row, columns, context, carried)
  const written = textOf(cellsOf(row, columns, 'kind'))
  const next: Carried = { ...time.carried, ...(written === '' ? {} : { kind: written }) }
  if (columns.groups !== undefined) return { ...readGroups(row, columns.groups, time.context), carried: next, left: headsBeside(row, columns) }
  if (columns.roles.filter((role) => role === 'ofWeek').length >= 3) return { ...readWeekGrid(row, columns, time), carried: next, left: headsBeside(row, columns) }
  const ticked = columns.roles.includes('matrix') ? kindsTicked(row, columns) : []
  if (ticked === undefined) return { ...readMatrix(row, columns, time.context), carried: next, left: headsBeside(row, columns) }
  const titleCells = cellsOf(row, columns, 'title')
  const title = textOf(titleCells)
  const content = textOf(cellsOf(row, columns, 'content'))
  const kind = [written === '' && opensGroups(columns) ? (carried.kind ?? '') : written, ...ticked].filter((text) => text !== '').join('\n')
  const remark = textOf(cellsOf(row, columns, 'note'), '；')
  // A kind from above alone makes no activity of an empty row; with a day beside it, it does.
  const called = inOneLine(firstOf(title, content, written, ...ticked, remark, time.days.some((day) => day.on !== null) ? kind : ''))
  if (called === '') {
    const hasDay = cellsOf(row, columns, 'date').some((cell) => readDayCell(cell, time.context).days.length > 0)
    const said = textOf(cellsOf(row, columns, 'reference', 'persons', 'place', 'photos', 'aside', 'people'), ' ')
    const findings = hasDay ? [finding('no_words', row.where, said === '' ? '这一行只有日期，没有写做了什么，没有记成活动。请补上再放入，或手工记一笔。' : `这一行没有认出做了什么，没有记成活动：“${quoted(said)}”。请手工记一笔。`)] : []
    return { drafts: [], findings, carried: next, left: [] }
  }
  if (above !== undefined && isContinued(row, above, columns)) return { ...nothing, carried: next, left: headsOver(row, columns, (cell, column, role) => role !== 'number' && cell !== above.cells[column]) }
  if (saysNothingHeld(called)) {
    return { drafts: [], findings: [finding('nothing_held', row.where, `“${quoted(called)}”写的是没有开展，没有记成活动。`)], carried: next, left: [] }
  }
  const labelled = labelledNotes(row, columns, called, namesKind)
  const drafts = draftsOf(row, columns, { title, content, kind, remark, called, labelled }, time, context)
  const last = drafts.at(-1)?.day
  return { drafts, findings: [], carried: last === undefined ? next : { ...next, day: last }, left: headsLeft(row, columns) }
}

/** A kind written before the day and the words is written once for the rows below it. */
const opensGroups = ({ roles }: Columns): boolean => {
  const at = roles.indexOf('kind')
  return at >= 0 && roles.every((role, column) => column >= at || role === 'number' || role === 'month' || role === undefined)
}

const firstOf = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? ''

type Told = { readonly title: string; readonly content: string; readonly kind: string; readonly remark: string; readonly called: string; readonly labelled: readonly string[] }

const draftsOf = (row: ListRow, columns: Columns, told: Told, time: Time, context: DayContext): readonly Draft[] => {
  const referenceCells = cellsOf(row, columns, 'reference')
  const pages = row.cells.some((cell, column) => cell === referenceCells[0] && /页/.test(columns.heads[column] ?? ''))
  const ownReference = referenceCells.map((cell) => readReferenceCell(cell.text, pages)).find((text) => text !== undefined)
  const inRemark = ownReference === undefined ? findReference(told.remark) : undefined
  const reference = ownReference ?? inRemark?.text ?? findReference(told.title)?.text ?? findReference(told.content)?.text
  const place = textOf(cellsOf(row, columns, 'place'), '、')
  const notes = [
    told.title === '' ? '' : told.content,
    told.called === inOneLine(told.remark) || isWholly(told.remark, inRemark?.text) ? '' : told.remark,
    ...told.labelled,
    place === '' ? '' : placeNote(place),
  ]
  const note = notes.filter((text) => text !== '').join('；')
  const counted = countedCell(row, columns)
  const people = (counted === undefined ? undefined : readPeopleCell(counted.text, counted.value)) ?? cellsOf(row, columns, 'persons').map(peopleAmong).find((count) => count !== undefined) ?? countBeside(told.remark) ?? countIn(told.content)
  const base = {
    row,
    title: told.called,
    words: [told.kind, told.called, told.content, sayingIn(told.remark)].filter((text) => text !== '').join('\n'),
    ...(note === '' ? {} : { note }),
    ...(reference === undefined ? {} : { reference }),
    ...(people === undefined ? {} : { people }),
  }
  const body = told.title === '' ? told.called : told.title
  const split = splitMeetings(body, context.year, time.context.month)
  if (split.length >= 2) {
    return readFreeLine(body, time.context).map((one) => ({
      ...base,
      title: inOneLine(one.title),
      words: `${told.kind}\n${one.title}`,
      day: one.day,
      ...(one.reference === undefined ? {} : { reference: one.reference }),
      ...(one.people === undefined ? {} : { people: one.people }),
    }))
  }
  if (time.week !== undefined) {
    const parts = splitWeekdays(body, time.week)
    if (parts.length > 0) return parts.map((part) => ({ ...base, title: inOneLine(part.text), words: `${told.kind}\n${part.text}`, day: { on: part.on, written: inOneLine(part.text) } }))
  }
  if (time.days.some((day) => day.on !== null) || (time.days.length > 0 && time.days[0]?.on === null && time.days[0].fault !== 'not_exact')) {
    return withOwnContent(spreadDays(base, time.days, splitParts(told.title)), told)
  }
  const [line] = readFreeLine(body, time.context)
  const exact = line?.day !== undefined && line.isOwnDay && !(line.day.on === null && line.day.fault === 'not_exact')
  if (line !== undefined && exact) return [{ ...base, title: inOneLine(line.title), words: base.words, day: line.day }]
  return [{ ...base, day: time.days[0] }]
}

/** Where what was dealt with is told line by line too, each meeting has its own line. */
const withOwnContent = (drafts: readonly Draft[], told: Told): readonly Draft[] => {
  const contents = splitParts(told.content)
  if (drafts.length < 2 || contents.length !== drafts.length) return drafts
  return drafts.map((draft, index) => {
    const content = contents[index] ?? ''
    const note = draft.note?.replace(told.content, content)
    return { ...draft, words: [told.kind, draft.title, content].join('\n'), ...(note === undefined ? {} : { note }) }
  })
}

/** What a remark says was done, without what it says about papers, photos and people. */
const sayingIn = (remark: string): string =>
  remark.split(/[，,；;。\n]/).filter((part) => !/记录|[见存缺未没无]|照片|材料|档案|公众号|签到|请假|主讲|主持|[Pp]\d|页/.test(part)).join('\n')

const isWholly = (text: string, reference: string | undefined): boolean =>
  reference !== undefined && text.replace(/^(?:见|详见|参见|在|载于)\s*/, '').replace(/[\s。；;，,（）()]/g, '') === reference.replace(/[\s。；;，,（）()]/g, '')

/** 记录本P2，5人: a remark that gives the count beside other things. */
const countBeside = (remark: string): number | undefined => {
  const alone = remark.split(/[，,；;。\s]+/).find(isCount)
  return countIn(remark) ?? (alone === undefined ? undefined : readPeopleCell(alone))
}

/** 张三、李四等9人, or 42 alone: only the count is taken, never the names. */
const peopleAmong = (cell: ListCell): number | undefined => {
  if (isBareCount(cell)) return readPeopleCell(cell.text, cell.value)
  const match = /(\d{1,4})\s*(?:人|名|位)/.exec(plainWidth(cell.text).replace(/应到\s*\d+\s*[人名]?/, ''))
  return match === null ? undefined : Number(match[1])
}

const isBareCount = (cell: ListCell): boolean => (cell.value !== undefined && readPeopleCell(cell.text, cell.value) !== undefined) || /^(?:约|共)?\s*\d{1,4}\s*[人名位]?$/.test(plainWidth(cell.text).trim())

/** The last column of counts that gives one: 应到 stands before 实到. */
const countedCell = (row: ListRow, columns: Columns): ListCell | undefined =>
  cellsOf(row, columns, 'people').filter((cell) => readPeopleCell(cell.text, cell.value) !== undefined).at(-1)

/**
 * Under their heads: 照片：3张, a second column of papers, what a column of kinds says where it names none (形式：线上), and a
 * day's cell that says more than when: 3.25（改线上）.
 */
const labelledNotes = (row: ListRow, columns: Columns, called: string, namesKind: (text: string) => boolean): readonly string[] => {
  const [reference] = cellsOf(row, columns, 'reference').filter((cell) => readReferenceCell(cell.text, false) !== undefined)
  return row.cells.flatMap((cell, column) => {
    if (cell === undefined || isEmptyMark(cell.text) || row.cells.indexOf(cell) !== column) return []
    const role = columns.roles[column]
    const text = inOneLine(cell.text)
    const isKept = role === 'photos' || (role === 'reference' && cell !== reference) || (role === 'kind' && text !== called && !isUmbrella.test(text) && !namesKind(cell.text)) || (role === 'date' && saysMoreThanWhen(text))
    return isKept ? [labelledNote(columns.heads[column] ?? '', text)] : []
  })
}

/** Words of a column of kinds that say no more than the activity itself. */
const isUmbrella = /^(?:三会一课|会议|活动|学习|工作|其他|其它)$/

const saysMoreThanWhen = (text: string): boolean => /[一-龥]{2}/.test(text.replace(/[年月日号旬初中底末上下午晚早周星期礼拜一二三四五六七八九十廿卅〇○零元天全至到和及、时点分半左右\d\s]/g, ''))

const labelledNote = (head: string, text: string): string => (head === '' || text.includes(head) ? text : `${head}：${text}`)

const headsOver = (row: ListRow, columns: Columns, isLeft: (cell: ListCell, column: number, role: ColumnRole | undefined) => boolean): readonly string[] =>
  row.cells.flatMap((cell, column) =>
    cell !== undefined && !isEmptyMark(cell.text) && row.cells.indexOf(cell) === column && isLeft(cell, column, columns.roles[column]) ? [columns.heads[column] || '没有表头的列'] : [],
  )

/** Names are never taken, other columns have no place in a record; a count that is said in words is none. */
const headsLeft = (row: ListRow, columns: Columns): readonly string[] => {
  const counted = countedCell(row, columns)
  const heads = headsOver(row, columns, (cell, _, role) => role === undefined || role === 'aside' || (role === 'persons' && !isBareCount(cell)))
  const wordy = headsOver(row, columns, (cell, _, role) => role === 'people' && cell !== counted && readPeopleCell(cell.text, cell.value) === undefined)
  const others = headsOver(row, columns, (cell, _, role) => role === 'people' && cell !== counted && readPeopleCell(cell.text, cell.value) !== undefined)
  return [...heads, ...others, ...wordy.map((head) => `${head}里没有写数的`)]
}

const telling: ReadonlySet<ColumnRole | undefined> = new Set<ColumnRole>(['number', 'year', 'month', 'week', 'weekday', 'ofWeek', 'date', 'matrix'])

/** Columns beside those of kinds or weekdays: a row of several activities does not say whose they are. */
const headsBeside = (row: ListRow, columns: Columns): readonly string[] => {
  const own = new Set(columns.groups?.flatMap(({ date, title }) => (title === undefined ? [date] : [date, title])))
  return headsOver(row, columns, (_, column, role) => !own.has(column) && !telling.has(role))
}

/** Day and words are merged with the row above: the same activity goes on (its persons, its photos). */
const isContinued = (row: ListRow, above: ListRow, columns: Columns): boolean => {
  const telling = columns.roles.flatMap((role, column) => (role === 'title' || role === 'date' || role === 'content' ? [column] : []))
  return telling.length > 0 && row.table === above.table && telling.every((column) => row.cells[column] === above.cells[column]) && telling.some((column) => row.cells[column] !== undefined)
}

/** A list with a day and a subject for each kind, side by side. */
const readGroups = (row: ListRow, groups: readonly ColumnGroup[], context: DayContext): RowReading => ({
  findings: [],
  drafts: groups.flatMap((group): readonly Draft[] => {
    const time = row.cells[group.date]
    const subject = group.title === undefined ? undefined : row.cells[group.title]
    const said = subject === undefined || isEmptyMark(subject.text) ? '' : inOneLine(subject.text)
    if ((time === undefined || isEmptyMark(time.text)) && said === '') return []
    const title = said === '' ? group.head : said
    const days = time === undefined || isEmptyMark(time.text) ? [] : readDayCell(time, context).days
    const unread: readonly ListDay[] = time === undefined || isEmptyMark(time.text) ? [] : [{ on: null, fault: 'not_exact', written: inOneLine(time.text) }]
    return spreadDays({ row, title, words: `${group.head}\n${said}` }, days.length > 0 ? days : unread, said === '' ? [] : splitParts(subject?.text ?? ''))
  }),
})

/** A list with a column for each kind: every cell that is filled is one activity, or several days of it. */
const readMatrix = (row: ListRow, columns: Columns, context: DayContext): RowReading => {
  const drafts: Draft[] = []
  const seen = new Set<ListCell>()
  row.cells.forEach((cell, column) => {
    if (cell === undefined || columns.roles[column] !== 'matrix' || seen.has(cell) || isEmptyMark(cell.text) || saysNothingHeld(cell.text)) return
    seen.add(cell)
    const head = columns.heads[column] ?? ''
    const reference = findReference(cell.text)?.text
    const more = reference === undefined ? {} : { reference }
    const { days } = readDayCell(cell, context)
    const lines = splitMeetings(cell.text, context.year, context.month).length >= 2 || !isWhollyTime(cell, context.year) ? readFreeLine(cell.text, context) : []
    if (lines.length > 0) {
      for (const line of lines) {
        const title = /[一-龥]{2,}/.test(line.title) ? inOneLine(line.title) : head
        drafts.push({ row, title, words: `${head}\n${title}`, day: line.day, ...more, ...(line.people === undefined ? {} : { people: line.people }) })
      }
    } else if (days.length > 0) drafts.push(...days.map((day) => ({ row, title: head, words: head, day, ...more })))
    else drafts.push({ row, title: head, words: head, day: { on: null, fault: 'not_exact', written: inOneLine(cell.text) }, ...more })
  })
  return { drafts, findings: [] }
}
