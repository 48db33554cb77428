import { monthHeading } from './list-year.ts'
import type { ListCell, ListRow } from './list.ts'

/**
 * Tables laid out to save paper, as the lists they amount to: the same heads side by side once more are a second list beside
 * the first, and months along the top become rows of their month. Any other table is left as it is.
 */
export const turnTables = (rows: readonly ListRow[], year: number): readonly ListRow[] => {
  const turned: ListRow[] = []
  for (let from = 0; from < rows.length; ) {
    const table = rows[from]?.table
    let until = from + 1
    while (table !== undefined && rows[until]?.table === table) until++
    const its = rows.slice(from, until)
    turned.push(...(table === undefined ? its : (standOver(its) ?? withMonthsDown(its, year) ?? its)))
    from = until
  }
  return turned
}

const textOf = (cell: ListCell | undefined): string => (cell?.text ?? '').replace(/\s/g, '')

/** How many columns a head takes before it comes again beside itself: 日期、活动、日期、活动 takes two. */
const periodOf = ({ cells }: ListRow): number | undefined => {
  const heads = cells.map(textOf)
  if (new Set(cells).size !== cells.length || !heads.some((head) => /日期|时间/.test(head))) return undefined
  for (let period = 2; period * 2 <= heads.length; period++) {
    if (heads.length % period === 0 && heads.every((head, column) => head !== '' && head === heads[column % period])) return new Set(heads).size === period ? period : undefined
  }
  return undefined
}

const standOver = (rows: readonly ListRow[]): readonly ListRow[] | undefined => {
  const period = rows.slice(0, 6).map(periodOf).find((one) => one !== undefined)
  if (period === undefined) return undefined
  const width = Math.max(...rows.map((row) => row.cells.length))
  return Array.from({ length: width / period }, (_, block) => block * period).flatMap((at) =>
    rows.flatMap((row): ListRow[] => {
      // What runs over both lists is told once.
      const cells = row.cells.slice(at, at + period).map((cell) => (at > 0 && cell !== undefined && row.cells.slice(0, at).includes(cell) ? undefined : cell))
      return cells.some((cell) => textOf(cell) !== '') ? [{ ...row, cells }] : []
    }),
  )
}

const withMonthsDown = (rows: readonly ListRow[], year: number): readonly ListRow[] | undefined => {
  const at = rows.slice(0, 6).findIndex((row) => {
    const [first, ...others] = row.cells.map(textOf)
    const months = others.filter((text) => isMonth(text, year)).length
    return first !== undefined && !isMonth(first, year) && months >= 3 && months >= others.length - 1
  })
  const head = rows[at]
  if (head === undefined) return undefined
  const body = rows.slice(at + 1)
  const names = body.map((row) => ({ text: textOf(row.cells[0]) }))
  const down = body.flatMap((row, index) =>
    row.cells.flatMap((cell, column): ListRow[] => {
      const month = head.cells[column]
      if (column === 0 || cell === undefined || month === undefined || textOf(cell) === '' || !isMonth(textOf(month), year)) return []
      return [{ ...row, cells: [month, ...names.map((_, other) => (other === index ? cell : undefined))] }]
    }),
  )
  return [...rows.slice(0, at), { ...head, cells: [{ text: '月份' }, ...names] }, ...down]
}

const isMonth = (text: string, year: number): boolean => text.length <= 4 && monthHeading(text, year) !== undefined
