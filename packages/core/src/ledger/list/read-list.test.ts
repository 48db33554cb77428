import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from '../../calendar.ts'
import type { EntryKind } from '../entry-kind.ts'
import type { ListSheet } from './list.ts'
import { readList } from './read-list.ts'

const kind = (name: string, alsoCalled: readonly string[] = []): EntryKind => ({ name, group: '会议', goesWith: [], alsoCalled })
const kinds = [kind('支委会', ['支部委员会']), kind('支部党员大会', ['党员大会']), kind('意识形态研判', ['意识形态工作', '意识形态']), kind('党课'), kind('集中学习', ['中心组学习']), kind('计划', ['党建计划']), kind('廉政教育', ['廉政党课'])]

const sheetOf = (rows: readonly (readonly string[])[], changes: Partial<ListSheet> = {}): ListSheet => ({
  isOneOfSeveral: false,
  pasted: false,
  rows: rows.map((cells, index) => ({ row: index + 1, where: `第${index + 1}行`, ...(cells.length > 1 ? { table: 0 } : {}), cells: cells.map((text) => ({ text })) })),
  ...changes,
})
const read = (...rows: readonly (readonly string[])[]) => readList([sheetOf(rows)], 2022, kinds)

const head = ['日期', '内容', '参加人员', '人数', '备注']

test('a row tells its day, kinds, people and page, and no names', () => {
  expect(read(head, ['3月15日', '支委会暨意识形态研判', '张三、李四', '应到12实到11', '记录本P21']).entries).toEqual([
    { happenedOn: '2022-03-15', title: '支委会暨意识形态研判', countsAs: ['支委会', '意识形态研判'], reference: '记录本P21', people: 11, source: { row: 2 } },
  ])
})

test('a bare number among those who came is how many, and a place goes into the note', () => {
  const columns = ['日期', '活动', '地点', '参加人员', '备注']
  expect(read(columns, ['3.15', '支委会', '五楼会议室', '42', '照片3张']).entries).toMatchObject([{ people: 42, note: '照片3张；地点：五楼会议室' }])
  expect(read(columns, ['3.15', '支委会', '', '张三、李四等9人', '']).entries).toMatchObject([{ people: 9 }])
  expect(read(['3.15', '支委会', '五楼会议室', '照片3张']).entries).toMatchObject([{ note: '照片3张；地点：五楼会议室' }])
})

test('what no entry takes is told by its heads: names, and columns without a place in a record', () => {
  const columns = ['日期', '活动', '主持人', '参加人员', '应到', '用餐']
  const { entries, left } = read(columns, ['3.15', '支委会', '王丽', '张三、李四', '12', '食堂'], ['4.9', '党课', '', '42', '', ''])
  expect(left).toEqual(['主持人', '参加人员', '应到', '用餐'])
  expect(JSON.stringify(entries)).not.toMatch(/王丽|张三|李四/)
  expect(read(columns, ['4.9', '党课', '', '42', '', '']).left).toEqual([])
  expect(read(['3.15', '支委会', '7', '张三、李四']).left).toEqual(['人名', '没有表头的数'])
})

test('title, head, sum, note and signature are no activities', () => {
  const rows = [['2022年活动台账', '', '', '', ''], head, ['1.5', '支委会', '', '', ''], ['合计', '1次', '', '', ''], ['注：原件在档案室', '', '', '', ''], ['填表人：', '', '', '', '']]
  expect(read(...rows).entries).toHaveLength(1)
  expect(read(...rows).findings).toEqual([])
})

test('a line that tells of a meeting is kept, whoever wrote it down and whatever it begins with', () => {
  const lines = ['3月5日 党员大会，记录人：王丽', '2022年3月9日图书角整理', '支委会（记录人：小陈）3月11日', '3月18日 以上率下讲党课']
  expect(read(...lines.map((line) => [line])).entries.map(({ happenedOn }) => happenedOn)).toEqual(['2022-03-05', '2022-03-09', '2022-03-11', '2022-03-18'])
  expect(read(['3.1 支委会'], ['以上率下，支部书记讲党课']).entries).toHaveLength(2)
  expect(read(['3.1 支委会'], ['2022年 记录人：老汪（代笔）'], ['2023年1月整理'], ['以上由老汪记']).entries).toHaveLength(1)
})

test('a row that cannot be placed on a day is kept, with the reason', () => {
  const { entries, findings } = read(head, ['3月中旬', '支委会', '', '', ''], ['', '党课', '', '', ''], ['2.30', '党课', '', '', ''], ['2023.1.5', '党课', '', '', ''])
  expect(entries.map((entry) => entry.happenedOn)).toEqual([null, null, null, null])
  expect(findings.map(({ code, level, where }) => `${code} ${level} ${where}`)).toEqual([
    'entries.day_not_exact warning 第2行', 'entries.day_missing warning 第3行', 'entries.no_such_day warning 第4行', 'entries.outside_year warning 第5行',
  ])
  for (const { message } of findings) {
    expect(message).toMatch(/。$/)
    expect(message).not.toMatch(/[!！]|您|错误|失败|非法/)
    expect(message.length).toBeLessThanOrEqual(60)
  }
})

test('two meetings in one cell are two entries where each has its day, else one of several kinds', () => {
  const days = (row: readonly string[]) => read(head, row).entries.map((entry) => `${entry.happenedOn} ${entry.countsAs.join('+')}`)
  expect(days(['', '3.8支委会；3.15党员大会', '', '', ''])).toEqual(['2022-03-08 支委会', '2022-03-15 支部党员大会'])
  expect(days(['3.8\n3.15', '支委会\n党员大会', '', '', ''])).toEqual(['2022-03-08 支委会', '2022-03-15 支部党员大会'])
  expect(days(['3.8', '支委会\n党员大会', '', '', ''])).toEqual(['2022-03-08 支委会+支部党员大会'])
  const { entries, findings } = read(head, ['3.8、3.15', '支委会\n党员大会\n党课', '', '', ''])
  expect(entries).toHaveLength(1)
  expect(findings[0]?.code).toBe('entries.days_entangled')
})

test('what is only studied names no meeting, what is dealt with does', () => {
  const told = (title: string) => read(head, ['3.8', title, '', '', '']).entries[0]?.countsAs
  expect(told('集中学习《意识形态工作责任制》')).toEqual(['集中学习'])
  expect(told('支委会讨论通过《2022年党建计划》')).toEqual(['支委会', '计划'])
  expect(told('中心组学习，研究意识形态工作')).toEqual(['集中学习', '意识形态研判'])
  expect(told('廉政党课')).toEqual(['廉政教育', '党课'])
  expect(told('秋季运动会')).toEqual([])
})

test('3.1 among numbers is the day that keeps the list in order, and is said where order does not tell', () => {
  const rows = (values: readonly number[]): ListSheet => ({
    ...sheetOf([head]),
    rows: [
      { row: 1, where: '第1行', table: 0, cells: head.map((text) => ({ text })) },
      ...values.map((value, index) => ({ row: index + 2, where: `第${index + 2}行`, table: 0, cells: [{ text: String(value), value }, { text: '支委会' }] })),
    ],
  })
  const ordered = readList([rows([3.04, 3.08, 3.1, 3.15])], 2022, kinds)
  expect(ordered.entries.map((entry) => entry.happenedOn).slice(1)).toEqual(['2022-03-08', '2022-03-10', '2022-03-15'])
  expect(ordered.findings).toEqual([])
  const open = readList([rows([2.28, 3.1, 3.15])], 2022, kinds)
  expect(open.entries[1]?.happenedOn).toBe('2022-03-01')
  expect(open.findings.map(({ code }) => code)).toEqual(['entries.day_assumed'])
})

test('a year in the title or a school year decides the year of days without one', () => {
  const of = (title: string, day: string) => read([title, '', '', '', ''], head, [day, '支委会', '', '', '']).entries[0]?.happenedOn
  expect(of('2021年党支部活动记录', '3.8')).toBeNull()
  expect(of('2021-2022学年活动台账', '3.8')).toBe('2022-03-08')
  expect(of('2021-2022学年活动台账', '9.8')).toBeNull()
  expect(of('2022-2023学年第一学期活动台账', '9.8')).toBe('2022-09-08')
  expect(of('2022-2023学年第一学期活动台账', '1.6')).toBeNull()
})

test('an empty list says so', () => {
  expect(readList([], 2022, kinds)).toMatchObject({ entries: [], findings: [{ code: 'entries.none' }] })
})

test('no row of a table is dropped in silence, whatever stands in its day and title', () => {
  // “No” over a title is a head of columns, not a row.
  const noHead = fc.string({ maxLength: 30 }).filter((text) => !/^\W*no\W*$/i.test(text))
  const cell = fc.oneof(noHead, fc.constantFrom('3.15', '3月', '支委会', '合并召开', '1、', '（3.8）', '第12页', '9人', '《', '同上', '2022', '、'))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
      const rows = cells.map(([day, title]) => [day, `${title}甲乙丙丁戊己庚活动`, '', '', ''])
      const { entries, findings } = read(head, ...rows)
      const told = new Set([...entries.map((entry) => entry.source.row), ...findings.map((one) => Number(/第(\d+)行/.exec(one.where)?.[1]))])
      expect(rows.map((_, index) => index + 2).filter((row) => !told.has(row))).toEqual([])
      for (const entry of entries) {
        expect(entry.happenedOn === null || (isDay(entry.happenedOn) && entry.happenedOn.startsWith('2022-'))).toBe(true)
        expect(entry.title.trim()).not.toBe('')
      }
    }),
    { numRuns: 500, examples: [[[['', '3.15']]], [[['、', '2022']]]] },
  )
})

test('lines of any text are read without end or throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[\d.月日年\-、至一二十上中下旬P页人（）]{0,30}$/)), { maxLength: 12 }), (lines) => {
      const { entries } = read(...lines.map((line) => [line]))
      for (const entry of entries) expect(entry.happenedOn === null || isDay(entry.happenedOn)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
