import { cellPadding, millimetresOf, page, typeSize } from './page.ts'

export type ColumnRole = 'section' | 'duty' | 'clause' | 'self' | 'inspection' | 'remark' | 'other'

export type Column = {
  readonly role: ColumnRole
  /** The head as published, broken by sense where the column is narrow. */
  readonly head: readonly string[]
  /** Millimetres. */
  readonly width: number
}

/** The words by which published tables head their columns; the first role whose word occurs wins. */
const headWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['self', /自查|自评/],
  ['remark', /备注|说明/],
  ['clause', /细则|评分标准|评分办法|计分/],
  ['inspection', /检查|考评|考核得分|得分|评分/],
  ['duty', /具体责任|具体内容|考核内容|二级指标|条目/],
  ['section', /责任主|一级指标|主清单|项目|类别/],
]

/** What each column is for, read from its head; a head that is not known is `other` and stays as published. */
export const columnRoles = (heads: readonly string[]): readonly ColumnRole[] => {
  const taken = new Set<ColumnRole>()
  return heads.map((head) => {
    const role = headWords.find(([one, words]) => !taken.has(one) && words.test(head))?.[0]
    if (role === undefined) return 'other'
    taken.add(role)
    return role
  })
}

/** Widths that do not depend on the text: a handwritten 0.5 needs 14 mm, a remark 16. */
const fixedWidth = { section: 16.4, self: 14, inspection: 14, remark: 16, other: 16 } as const

/** The columns of one table: the two long ones share what the others leave, so that the rows come out lowest. */
export const columnsOf = (
  heads: readonly string[],
  rows: readonly { readonly duty: string; readonly clause: string }[],
): readonly Column[] => {
  const roles = columnRoles(heads)
  const fixed = roles.reduce((total, role) => total + (isLong(role) ? 0 : fixedWidth[role]), 0)
  const room = page.textWidth - fixed
  const duty = !roles.includes('clause') ? room : !roles.includes('duty') ? 0 : bestDutyWidth(room, rows)
  return heads.map((head, index) => {
    const role = roles[index] ?? 'other'
    const width = role === 'duty' ? duty : role === 'clause' ? round(room - duty) : fixedWidth[role]
    return { role, head: headLines(head, width), width }
  })
}

const isLong = (role: ColumnRole): role is 'duty' | 'clause' => role === 'duty' || role === 'clause'

const round = (millimetres: number): number => Math.round(millimetres * 10) / 10

const bestDutyWidth = (room: number, rows: readonly { readonly duty: string; readonly clause: string }[]): number => {
  const shares = [0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.42, 0.58, 0.4, 0.6]
  const widths = shares.map((share) => round(room * share))
  const heights = widths.map((width) =>
    rows.reduce((lines, row) => lines + Math.max(lineCount(row.duty, width), lineCount(row.clause, room - width)), 0),
  )
  return widths[heights.indexOf(Math.min(...heights))] ?? round(room / 2)
}

/** How many lines a text takes in a column of so many millimetres, set in 小五: an estimate, for choosing widths. */
export const lineCount = (text: string, width: number): number => {
  const ems = Math.max(1, Math.floor((width - 2 * cellPadding.x) / millimetresOf(typeSize.小五)))
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(emsOf(line) / ems)), 0)
}

/** The width of a text in full-width characters. */
export const emsOf = (text: string): number =>
  [...text].reduce((ems, character) => ems + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)

const headLines = (head: string, width: number): readonly string[] => {
  const lines = lineCount(head, width)
  const characters = [...head]
  const each = Math.ceil(characters.length / lines)
  return Array.from({ length: lines }, (_, line) => characters.slice(line * each, (line + 1) * each).join(''))
}
