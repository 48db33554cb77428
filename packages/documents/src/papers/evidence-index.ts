import type { NamedEvidence } from './evidence-names.ts'
import { itemTitle } from './ledger-book.ts'
import type { Paper, PaperGroup } from './paper.ts'
import { dayOfYear, removedWords, sayItems } from './paper-record.ts'
import type { PaperEvidence, PaperRecord, PaperSource } from './paper-record.ts'

/** 佐证材料目录: item, record, and where the original lies, for whoever looks for it with the binder in hand. */
export const evidenceIndex = (source: PaperSource, named: readonly NamedEvidence[]): Paper => {
  const names = new Map(named.map((one) => [one.sha256, one.name]))
  const groups = source.items.flatMap((item): PaperGroup[] => {
    const rows = rowsOf(source.records.filter((record) => record.items.includes(item.no)), names)
    return rows.length === 0 ? [] : [{ title: itemTitle(item), rows }]
  })
  const others = rowsOf(source.records.filter((record) => record.items.length === 0), names)
  const without = source.items.filter((item) => !groups.some((group) => group.title === itemTitle(item)))
  return {
    title: `${source.year}年度佐证材料目录`,
    unit: source.unit,
    madeOn: source.madeOn,
    about: without.length === 0 ? '' : `没有记录佐证材料的条目：${sayItems(without.map((item) => item.no))}`,
    lists: [
      {
        heading: '',
        columns: [
          { head: '序号', width: 11, align: 'center' },
          { head: '日期', width: 19, align: 'center' },
          { head: '记录', width: 48, align: 'left' },
          { head: '佐证材料', width: 38, align: 'left' },
          { head: '原件在哪里', width: 40, align: 'left' },
        ],
        groups: others.length === 0 ? groups : [...groups, { title: '没有计入条目的记录', rows: others }],
        empty: '还没有记录佐证材料。',
      },
    ],
  }
}

const rowsOf = (records: readonly PaperRecord[], names: ReadonlyMap<string, string>): readonly (readonly string[])[] =>
  records
    .flatMap((record) => record.evidence.map((one) => ({ record, one })))
    .map(({ record, one }, index) => [
      String(index + 1),
      dayOfYear(record.happenedOn),
      `${record.title}${record.late ? '（补录）' : ''}`,
      one.kind === 'file' ? one.name : one.reference,
      whereOf(one, names),
    ])

const whereOf = (one: PaperEvidence, names: ReadonlyMap<string, string>): string => {
  if (one.kind === 'reference') return one.place ?? ''
  if (one.removed === true) return removedWords
  const name = names.get(one.sha256)
  return name === undefined ? '电子件还没传到' : `电子件 ${name}`
}
