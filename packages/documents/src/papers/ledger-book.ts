import type { FormItem } from '@zicha/core'
import type { Paper, PaperGroup } from './paper.ts'
import { dayOfYear, removedWords, sayItems } from './paper-record.ts'
import type { PaperEvidence, PaperRecord, PaperSource } from './paper-record.ts'

/** 活动记录册: the year's records as a book, by month and then by item. */
export const ledgerBook = (source: PaperSource): Paper => {
  const { records } = source
  return {
    title: `${source.year}年度活动记录册`,
    unit: source.unit,
    madeOn: source.madeOn,
    about: aboutOf(records),
    lists: [
      {
        heading: '一、按月',
        columns: [
          { head: '日期', width: 18, align: 'center' },
          { head: '活动', width: 50, align: 'left' },
          { head: '算作', width: 26, align: 'left' },
          { head: '人数', width: 10, align: 'center' },
          { head: '计入', width: 16, align: 'left' },
          { head: '佐证材料', width: 36, align: 'left' },
        ],
        groups: byMonth(records),
        empty: '今年还没有记录。',
      },
      {
        heading: '二、按条目',
        columns: [
          { head: '日期', width: 18, align: 'center' },
          { head: '活动', width: 78, align: 'left' },
          { head: '佐证材料', width: 60, align: 'left' },
        ],
        groups: byItem(source),
        empty: '今年还没有记录。',
      },
    ],
  }
}

const aboutOf = (records: readonly PaperRecord[]): string => {
  const late = records.filter((record) => record.late).length
  return `共${records.length}条记录${late === 0 ? '' : `，其中补录${late}条`}`
}

const byMonth = (records: readonly PaperRecord[]): readonly PaperGroup[] =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month): PaperGroup[] => {
    const own = records.filter((record) => Number(record.happenedOn.slice(5, 7)) === month)
    return own.length === 0 ? [] : [{ title: `${month}月（${own.length}条）`, rows: own.map(monthRow) }]
  })

const monthRow = (record: PaperRecord): readonly string[] => [
  dayOfYear(record.happenedOn),
  what(record),
  record.kinds.join('、'),
  record.people === undefined ? '' : String(record.people),
  sayItems(record.items),
  shortEvidence(record.evidence),
]

const byItem = ({ items, records }: PaperSource): readonly PaperGroup[] => {
  const groups = items.flatMap((item): PaperGroup[] => {
    const own = records.filter((record) => record.items.includes(item.no))
    return own.length === 0 ? [] : [{ title: itemTitle(item), rows: own.map(itemRow) }]
  })
  const none = records.filter((record) => record.items.length === 0)
  return none.length === 0 ? groups : [...groups, { title: '没有计入条目的记录', rows: none.map(itemRow) }]
}

const itemRow = (record: PaperRecord): readonly string[] => [
  dayOfYear(record.happenedOn),
  what(record),
  record.evidence.map(sayEvidence).join('；'),
]

/** The item with its official wording, as the table has it. */
export const itemTitle = (item: FormItem): string => `第${item.no}条　${item.duty}`

/** The title with the plain mark of a late entry, and the note under it. */
const what = (record: PaperRecord): string =>
  `${record.title}${record.late ? '（补录）' : ''}${record.note === undefined ? '' : `\n${record.note}`}`

const sayEvidence = (one: PaperEvidence): string => {
  if (one.kind === 'file') return one.removed === true ? `${one.name}（${removedWords}）` : one.arrived ? one.name : `${one.name}（还没传到）`
  return one.place === undefined || one.place === '' ? one.reference : `${one.reference}（${one.place}）`
}

/** References in full, files counted: their names stand in 佐证材料目录. */
const shortEvidence = (evidence: readonly PaperEvidence[]): string => {
  const files = evidence.filter((one) => one.kind === 'file').length
  const references = evidence.filter((one) => one.kind === 'reference').map(sayEvidence)
  return [...references, ...(files === 0 ? [] : [`电子材料${files}份`])].join('；')
}
