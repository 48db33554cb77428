import { findDayWords } from './day-words.ts'
import { inOneCell, plain } from './labels.ts'
import { monthHeading } from './list-year.ts'
import type { ListCell, ListRow } from './list.ts'
import { isTitle, withoutNumbering, withoutOrnament } from './passing-rows.ts'

/**
 * Lines with a label each (时间：, 地点：) stand together like a table of their own. Where they do not say what was held, and
 * tell of one record, the line over them does.
 */
export const joinLabelledLines = (rows: readonly ListRow[], year: number): readonly ListRow[] => {
  const joined = [...rows]
  for (let from = 0; from < rows.length; ) {
    const until = endOfRun(rows, from)
    if (until === from) {
      from++
      continue
    }
    const table = -1_000_000 - from
    const run = rows.slice(from, until)
    run.forEach((row, index) => (joined[from + index] = { ...row, table }))
    const above = rows[from - 1]
    const name = above === undefined || !lacksName(run, year) ? undefined : nameIn(above, year)
    if (above !== undefined && name !== undefined) joined[from - 1] = { ...above, table, cells: [{ text: `名称：${name}` }] }
    from = until
  }
  return joined
}

const lineOf = (row: ListRow): ListCell | undefined => (row.table === undefined && row.cells.length === 1 ? row.cells[0] : undefined)

const endOfRun = (rows: readonly ListRow[], from: number): number => {
  let end = from
  for (let at = from; at < rows.length; at++) {
    const row = rows[at]
    const line = row === undefined ? undefined : lineOf(row)
    if (line !== undefined && inOneCell(line) !== undefined) end = at + 1
    else if (row === undefined || row.cells.some((cell) => cell !== undefined && cell.text.trim() !== '')) break
  }
  return end
}

const lacksName = (run: readonly ListRow[], year: number): boolean => {
  const pairs = run.flatMap((row) => row.cells.flatMap((cell) => (cell === undefined ? [] : (inOneCell(cell) ?? []))))
  const times = pairs.filter(({ label }) => /时间|日期/.test(plain(label)))
  return times.length === 1 && times.some(({ value }) => findDayWords(value.text, year).length > 0) && !pairs.some(({ label }) => /主题|名称|议题|标题|题目/.test(plain(label)))
}

/** The line as a name; undefined where it is a heading, a sentence or tells its own day. */
const nameIn = (row: ListRow, year: number): string | undefined => {
  const line = lineOf(row)
  if (line === undefined || isTitle(line.text) || inOneCell(line) !== undefined) return undefined
  const name = withoutNumbering(withoutOrnament(line.text), year).trim()
  const isPlain = /[一-龥]{2}/.test(name) && name.length <= 40 && !/[。：:]$/.test(name)
  return isPlain && monthHeading(name, year) === undefined && !findDayWords(name, year).some((word) => word.kind === 'day') ? name : undefined
}
