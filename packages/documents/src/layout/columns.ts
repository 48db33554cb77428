import { cellPadding, millimetresOf, page, typeSize } from './page.ts'

export type ColumnRole = 'section' | 'duty' | 'points' | 'clause' | 'self' | 'inspection' | 'remark' | 'other'

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
  ['remark', /备注|^说明/],
  ['points', /^(?:分值|标准分|满分|基准分|基础分|应得分|分数|权重|配分|标分|总分值)/],
  ['clause', /(?:评分|扣分|计分|打分|加扣分|赋分|考核|考评|评价|检查|评定|量化)(?:标准|细则|办法|方法|依据|说明|规则)|细则|计分/],
  ['inspection', /得分|评分$|打分$|(?:检查|考核|考评|复核|核定|实得)分?$/],
  ['section', /责任主|一级指标|主清单|项目|类别|大项|板块|模块/],
  ['duty', /具体责任|内容|二级指标|三级指标|指标|要点|要求|条目|任务|事项/],
]

/** What each column is for, read from its head; a head that is not known is `other` and stays as published. */
export const columnRoles = (heads: readonly string[]): readonly ColumnRole[] => {
  const taken = new Set<ColumnRole>()
  const deepest = heads.some((head) => /三级指标/.test(head))
  const roles = heads.map((head): ColumnRole => {
    const plain = head.replace(/[（(][^）)]*[）)]/g, '')
    if (deepest && /二级指标/.test(plain)) return 'other'
    const role = headWords.find(([one, words]) => !taken.has(one) && words.test(plain))?.[0]
    if (role === undefined) return 'other'
    taken.add(role)
    return role
  })
  // A table without a column of duties has them where others have their sections.
  return taken.has('duty') ? roles : roles.map((role) => (role === 'section' ? 'duty' : role))
}

/** Widths that do not depend on the text: a handwritten 0.5 needs 14 mm, a remark 16. */
const fixedWidth = { section: 16.4, points: 12, self: 14, inspection: 14, remark: 16, other: 16 } as const

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
