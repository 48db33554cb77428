import { findDayWords } from './day-words.ts'
import { inOneCell, isLabel, plain } from './labels.ts'
import type { ListCell, ListRow } from './list.ts'
import { joinLabelledLines } from './record-lines.ts'

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
  const rows = joinLabelledLines(given, year)
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
