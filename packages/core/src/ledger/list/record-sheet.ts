import { findDayWords } from './day-words.ts'
import type { ListCell, ListRow } from './list.ts'

const label = /^(?:(?:活动|会议|学习|党日|党课|开展|召开|参加|出席|到会|实到|应到|缺席|列席|主要)?(?:时间|日期|地点|主题|名称|内容|议题|形式|类型|类别|人数|人员|对象|情况|纪要|议程|记录)|(?:主持|主讲|记录|参加|出席|缺席|列席|负责)人|备注|标题|题目)$/

const plain = (cell: ListCell): string => cell.text.replace(/[\s：:]/g, '')
const isLabel = (cell: ListCell): boolean => label.test(plain(cell))

const labelled = /^\s*([^：:]{2,6})[：:]\s*(\S[\s\S]*)$/

/** `时间：2022年3月15日`: a label and what it was, in one cell. */
const inOneCell = (cell: ListCell): { readonly label: ListCell; readonly value: ListCell } | undefined => {
  const match = labelled.exec(cell.text)
  const [, name = '', value = ''] = match ?? []
  return match !== null && label.test(name.replace(/\s/g, '')) ? { label: { text: name }, value: { text: value } } : undefined
}

type Pair = { readonly label: ListCell; readonly value: ListCell | undefined; readonly row: ListRow }

const pairsOf = (row: ListRow): readonly Pair[] => {
  const cells = [...new Set(row.cells)].filter((cell): cell is ListCell => cell !== undefined && cell.text.trim() !== '')
  return cells.flatMap((cell, index) => {
    const next = cells[index + 1]
    const both = inOneCell(cell)
    if (both !== undefined) return [{ ...both, row }]
    return isLabel(cell) ? [{ label: cell, value: next === undefined || isLabel(next) ? undefined : next, row }] : []
  })
}

/**
 * Some schools keep a sheet for each meeting, with 活动名称, 时间, 内容 beside what they were. Such a table is given back as
 * the list it amounts to: a head row of its labels, and a row for each record in it. Any other table is left as it is.
 */
export const unfoldRecords = (given: readonly ListRow[], year: number): readonly ListRow[] => {
  const rows = joinLabelledLines(given)
  const tables = new Map<number, ListRow[]>()
  for (const row of rows) if (row.table !== undefined) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  const unfolded = new Map<number, readonly ListRow[]>()
  for (const [table, its] of tables) {
    const list = unfold(its, year)
    if (list !== undefined) unfolded.set(table, list)
  }
  if (unfolded.size === 0) return rows
  return rows.flatMap((row) => {
    const list = row.table === undefined ? undefined : unfolded.get(row.table)
    if (list === undefined || row.table === undefined) return [row]
    return row === tables.get(row.table)?.[0] ? list : []
  })
}

/** Lines with a label each stand together like a table of their own. */
const joinLabelledLines = (rows: readonly ListRow[]): readonly ListRow[] => {
  let run: number | undefined
  return rows.map((row, index) => {
    const [cell] = row.cells
    if (row.table !== undefined || row.cells.length !== 1 || cell === undefined || inOneCell(cell) === undefined) {
      if (row.cells.some((one) => one !== undefined && one.text.trim() !== '')) run = undefined
      return row
    }
    run ??= -1_000_000 - index
    return { ...row, table: run }
  })
}

const unfold = (rows: readonly ListRow[], year: number): readonly ListRow[] | undefined => {
  const pairs = rows.flatMap(pairsOf)
  const isTime = (pair: Pair): boolean => /时间|日期/.test(plain(pair.label))
  const dated = pairs.filter((pair) => isTime(pair) && pair.value !== undefined && (findDayWords(pair.value.text, year).length > 0 || (pair.value.value ?? 0) > 36_526))
  const known = rows.filter((row) => pairsOf(row).some((pair) => pair.value !== undefined)).length
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== undefined && cell.text.trim() !== '')).length
  const told = pairs.filter((pair) => pair.value !== undefined)
  const hasWords = told.some((pair) => /主题|名称|内容|议题|标题|题目/.test(plain(pair.label)))
  if (dated.length === 0 || !hasWords || told.length < 2 || known * 2 < filled) return undefined
  return recordsIn(pairs).flatMap((record): ListRow[] => {
    const [first] = record
    if (first === undefined) return []
    const { row, where, table } = first.row
    const place = { row, where, ...(table === undefined ? {} : { table }) }
    return [
      { ...place, cells: record.map((pair) => ({ text: plain(pair.label) })) },
      { ...place, cells: record.map((pair) => pair.value) },
    ]
  })
}

/** A label that comes again opens the next record. */
const recordsIn = (pairs: readonly Pair[]): readonly (readonly Pair[])[] => {
  const records: Pair[][] = []
  for (const pair of pairs) {
    const last = records.at(-1)
    if (last === undefined || last.some((one) => plain(one.label) === plain(pair.label))) records.push([pair])
    else last.push(pair)
  }
  return records
}
