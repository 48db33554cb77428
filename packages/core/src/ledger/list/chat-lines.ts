import { findDayWords } from './day-words.ts'
import { inOneCell } from './labels.ts'
import type { ListRow } from './list.ts'

const stamped = /^\s*[^\s：:，。]{1,12}\s+(20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s+(?:上午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*$/
const otherDay = /昨|前天|明天|后天|[上下]周|[上下]个?月/

/**
 * Messages copied out of a chat stand under who sent them and when. A message that tells no day of its own tells of the day
 * on which it was sent; who sent it is left out.
 */
export const readChatLines = (rows: readonly ListRow[], year: number): readonly ListRow[] => {
  const stamps = rows.map(stampOf)
  if (stamps.filter((stamp) => stamp !== undefined).length < 2) return rows
  const read: ListRow[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    const sent = stamps[at]
    if (row === undefined) continue
    if (sent === undefined) {
      read.push(row)
      continue
    }
    const next = stamps.findIndex((stamp, index) => index > at && stamp !== undefined)
    const lines = rows.slice(at + 1, next === -1 ? rows.length : next)
    read.push(...(isOneMessage(lines, year) ? withDay(lines, sent) : lines))
    at += lines.length
  }
  return read
}

const textOf = (row: ListRow): string => row.cells.map((cell) => cell?.text ?? '').join(' ')

const stampOf = (row: ListRow): string | undefined => stamped.exec(textOf(row))?.[1]

/** A message that is no list of its own and speaks of its own day. */
const isOneMessage = (lines: readonly ListRow[], year: number): boolean =>
  lines.every((row) => row.cells.length === 1 && row.cells.every((cell) => cell === undefined || inOneCell(cell) === undefined)) &&
  !lines.some((row) => otherDay.test(textOf(row)) || findDayWords(textOf(row), year).some((word) => word.kind === 'day'))

const withDay = (lines: readonly ListRow[], sent: string): readonly ListRow[] => {
  const [first] = lines
  return first === undefined ? [] : [{ ...first, cells: [{ text: `${sent} ${lines.map(textOf).join(' ')}` }] }]
}
