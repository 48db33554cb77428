import { soundsSpoken, splitGuidance, type Finding, type Table, type TableRow } from '@zicha/core'
import { chooseColumns, type Columns, headScore, saysMarks } from './column-roles.ts'
import { distinctCells, type Grid, type GridCell, type GridRow, loneText } from './grid.ts'
import { isNote, isSignature, type LinesAround } from './lines-around.ts'
import { marksInCell, marksInText, marksOfSection, withoutMarks } from './marks-in-text.ts'
import { warning } from './reading-finding.ts'
import { sectionByLayout, spansWide, withSectionPoints } from './section-columns.ts'

export type GridReading = { readonly table: Table; readonly findings: readonly Finding[] }

type Section = { no: number; name: string; points?: number }
type OpenRow = { section: number; duty: string; clauses: string[]; points: number | undefined; extra: Record<string, string>; where: string; number: string; dutyCell: GridCell | undefined; clauseCell: GridCell | undefined; pointsCell: GridCell | undefined; groups: readonly GridCell[] }

/** Where the head of a scoring table stands and how many rows it takes; undefined where the grid is no scoring table. */
export const findHead = (grid: Grid): { readonly at: number; readonly rows: number } | undefined => {
  let best: { at: number; score: number } | undefined
  for (let at = 0; at < Math.min(grid.rows.length, 12); at++) {
    const row = grid.rows[at]
    if (row === undefined || loneText(row) !== undefined) continue
    const score = headScore(distinctCells(row).map((cell) => cell.text))
    if (score > 0 && (best === undefined || score > best.score)) best = { at, score }
  }
  if (best === undefined) return undefined
  let at = best.at
  // A head of two rows, of which the lower one was found: the upper shares its merged cells.
  const shares = (upper: GridRow | undefined, lower: GridRow | undefined): boolean =>
    upper !== undefined && lower !== undefined && loneText(upper) === undefined && upper.cells.some((cell, column) => cell !== undefined && cell === lower.cells[column])
  while (shares(grid.rows[at - 1], grid.rows[at])) at--
  let rows = best.at - at + 1
  const first = grid.rows[best.at]
  for (let next = grid.rows[at + rows]; first !== undefined && next !== undefined && rows < 4; next = grid.rows[at + rows]) {
    const cells = next.cells
    const shared = cells.some((cell, column) => cell !== undefined && cell === first.cells[column])
    const short = distinctCells(next).every((cell) => cell.text.replace(/\s/g, '').length <= 14 && marksInCell(cell.text) === undefined)
    if (!shared || !short) break
    rows++
  }
  return { at, rows }
}

/** The words of each column's head: of a head of several rows the lowest, which is the column's own. */
export const headTexts = (grid: Grid, head: { readonly at: number; readonly rows: number }): string[] =>
  Array.from({ length: grid.width }, (_, column) => {
    const texts: string[] = []
    for (let index = 0; index < head.rows; index++) {
      const text = grid.rows[head.at + index]?.cells[column]?.text.replace(/\s+/g, '') ?? ''
      if (text !== '' && texts.at(-1) !== text) texts.push(text)
    }
    return texts.at(-1) ?? ''
  })

/** A scoring table from a grid whose head is known; `lines` are what stands above and below it. */
export const tableFromGrid = (grid: Grid, head: { readonly at: number; readonly rows: number }, lines: LinesAround): GridReading => {
  const heads = headTexts(grid, head)
  const body = grid.rows.slice(head.at + head.rows)
  const chosen = chooseColumns(heads, heads.map((_, column) => lengthOf(body, column)), heads.map((_, column) => markedCells(body, column)))
  const columns = withSectionPoints(sectionByLayout(chosen, body), grid, head.at + head.rows)
  const headRows = grid.rows.slice(head.at, head.at + head.rows)
  const findings: Finding[] = []
  const sections: Section[] = []
  const rows: OpenRow[] = []
  const foot: { total?: number; totalRow?: string; signature?: string } = {}
  let sectionCell: GridCell | undefined
  // What is numbered under 说明： explains the table and opens nothing in it.
  let isBelow = false
  for (const row of body) {
    if (isRepeatedHead(row, headRows) || distinctCells(row).every((cell) => cell.text.trim() === '')) continue
    const alone = loneText(row)
    const first = distinctCells(row).map((cell) => cell.text.trim()).find((text) => text !== '') ?? ''
    if (/^小\s*计/u.test(first)) continue
    if (isTotal(first)) {
      foot.totalRow = first
      const total = totalIn(row, columns, first)
      if (total !== undefined) foot.total = total
      continue
    }
    if (isSignature(first) && alone !== undefined) {
      foot.signature = first
      continue
    }
    if (isNote(first)) {
      isBelow = true
      continue
    }
    if (alone !== undefined && spansWide(row, columns)) {
      if (isSectionTitle(alone) && !isBelow) {
        sections.push(sectionOf(alone, sections.length + 1))
        sectionCell = undefined
      }
      continue
    }
    isBelow = false
    const cell = columns.section === undefined ? undefined : notHead(row.cells[columns.section], heads[columns.section])
    if (cell !== undefined && cell !== sectionCell && cell.text.trim() !== '' && !(sections.length > 0 && sameName(cell.text, sections.at(-1)?.name ?? ''))) {
      const ownPoints = columns.sectionPoints === undefined ? undefined : marksInCell(row.cells[columns.sectionPoints]?.text ?? '')
      sections.push({ ...sectionOf(cell.text, sections.length + 1), ...(ownPoints === undefined ? {} : { points: ownPoints }) })
    }
    if (cell !== undefined && cell.text.trim() !== '') sectionCell = cell
    if (sections.length === 0) sections.push({ no: 1, name: '' })
    addRow(rows, row, columns, heads, sections.length)
  }
  const spoken = rows.some((row) => soundsSpoken(row.clauses.join('')) || soundsSpoken(row.duty))
  const numbered = ownNumbers(rows)
  const tableRows = rows.map((row, index) => toTableRow({ ...row, points: row.points ?? pointsOfGroup(row, rows) ?? pointsInClause(row, columns) }, index, spoken, numbered))
  for (const row of tableRows) if (row.clause.trim() === '') findings.push(warning('no_clause', `第${row.no}条`, `第${row.no}条没有写评分办法，请在核对时补上，或确认不计分。`))
  if (sections.length === 1 && sections[0]?.name === '') sections[0] = { ...sections[0], name: lines.title }
  return {
    table: {
      title: lines.title,
      ...(lines.heading === undefined ? {} : { heading: lines.heading }),
      ...(lines.unitLine === undefined ? {} : { unitLine: lines.unitLine }),
      ...(lines.dateLine === undefined ? {} : { dateLine: lines.dateLine }),
      columns: heads.filter((text) => text !== ''),
      ...(foot.totalRow === undefined ? {} : { totalRow: foot.totalRow }),
      ...((foot.signature ?? lines.signatureLine) === undefined ? {} : { signatureLine: foot.signature ?? lines.signatureLine ?? '' }),
      ...(foot.total === undefined ? {} : { total: foot.total }),
      sections,
      rows: tableRows,
    },
    findings,
  }
}

const lengthOf = (rows: readonly GridRow[], column: number): number =>
  rows.reduce((total, row) => total + (row.cells[column]?.text.length ?? 0), 0)

const markedCells = (rows: readonly GridRow[], column: number): number =>
  rows.filter((row) => loneText(row) === undefined && saysMarks(row.cells[column]?.text ?? '')).length

const plain = (text: string): string => text.replace(/\s+/g, '')

/** Below a repeated head a merged cell may go on from the head itself: that is no section. */
const notHead = (cell: GridCell | undefined, head: string | undefined): GridCell | undefined =>
  cell !== undefined && plain(cell.text) === plain(head ?? '') ? undefined : cell

const sameName = (text: string, name: string): boolean => plain(withoutMarks(text)).replace(/^[（(]?[\d一二三四五六七八九十]+[）).、．]+/u, '').replace(/[。；]$/u, '') === plain(name)

const isRepeatedHead = (row: GridRow, headRows: readonly GridRow[]): boolean => {
  const texts = row.cells.map((cell) => plain(cell?.text ?? ''))
  const filled = texts.filter((text) => text !== '')
  return filled.length >= 2 && texts.every((text, column) => text === '' || (text.length <= 24 && headRows.some((head) => plain(head.cells[column]?.text ?? '').includes(text))))
}

const isTotal = (text: string): boolean => /^(?:总\s*分|合\s*计|总\s*计|总得分|总成绩|共\s*计|合计得分|总分值|得分合计)(?:[（(：:\s\d].*)?$/u.test(text.trim()) || /^[^，。；]{0,24}(?:自查|自评|考核|检查|考评|实际|最终|综合)得分\s*[：:]\s*$/u.test(text)

const totalIn = (row: GridRow, columns: Columns, first: string): number | undefined => {
  const own = columns.points === undefined ? undefined : marksInCell(row.cells[columns.points]?.text ?? '')
  const beside = distinctCells(row).slice(1).map((cell) => marksInCell(cell.text)).find((value) => value !== undefined)
  const said = /(\d+(?:\.\d+)?)\s*分?/u.exec(first)?.[1]
  return own ?? beside ?? (said === undefined ? undefined : Number(said))
}

const isSectionTitle = (text: string): boolean => text.length <= 60 && (/^\s*[（(]?[一二三四五六七八九十]+[）)、.．]|^\s*第[一二三四五六七八九十\d]+[部章项类]|^\s*\d+[、.．]/u.test(text) || marksInText(text) !== undefined || text.length <= 20)

const sectionOf = (text: string, no: number): Section => {
  const points = marksOfSection(text)
  const name = withoutMarks(plain(text)).replace(/^(?:[（(][\d一二三四五六七八九十]+[）)]|[\d一二三四五六七八九十]+[.、．]|第[一二三四五六七八九十\d]+(?:部分|章|项|类)[、：:]?|表[\d一二三四五六七八九十]+[、：:.]?)\s*/u, '').replace(/[。；：:]$/u, '')
  return { no, name, ...(points === undefined ? {} : { points }) }
}

const addRow = (rows: OpenRow[], row: GridRow, columns: Columns, heads: readonly string[], section: number): void => {
  const at = (column: number | undefined): GridCell | undefined => (column === undefined ? undefined : row.cells[column])
  const dutyCell = at(columns.duty)
  const clauseCell = at(columns.clause)
  const pointsCell = at(columns.points)
  const last = rows.at(-1)
  const ownPoints = pointsCell?.value ?? marksInCell(pointsCell?.text ?? '')
  const clause = (clauseCell?.text ?? '').trim()
  const sharesPoints = pointsCell !== undefined && pointsCell === last?.pointsCell && pointsCell.text.trim() !== ''
  const joins =
    last !== undefined &&
    last.section === section &&
    (sharesPoints ||
      (dutyCell !== undefined && dutyCell === last.dutyCell && (columns.points === undefined || pointsCell === last.pointsCell || ownPoints === undefined)) ||
      ((dutyCell?.text.trim() ?? '') === '' && ownPoints === undefined && clause !== ''))
  if (joins) {
    if (sharesPoints && dutyCell !== last.dutyCell && (dutyCell?.text.trim() ?? '') !== '') last.duty = `${last.duty}\n${dutyCell?.text.trim() ?? ''}`
    if (clauseCell !== last.clauseCell && clause !== '') last.clauses.push(clause)
    return
  }
  const duty = (dutyCell?.text ?? '').trim()
  if (duty === '' && clause === '') return
  const extra: Record<string, string> = {}
  const known = [columns.section, columns.duty, columns.clause, columns.points, columns.sectionPoints, columns.number]
  row.cells.forEach((cell, column) => {
    const text = cell?.text.trim() ?? ''
    const head = heads[column] ?? ''
    if (text !== '' && head !== '' && !known.includes(column)) extra[head] = text
  })
  const groups = columns.group.map(at).filter((cell) => cell !== undefined)
  rows.push({
    section, duty, clauses: clause === '' ? [] : [clause], extra, where: row.where, dutyCell, clauseCell, pointsCell, groups,
    points: ownPoints ?? marksInText(duty),
    number: at(columns.number)?.text.trim() ?? '',
  })
}

/** 应急管理（5分）: marks of a group are the item's where it is the group's only one. */
const pointsOfGroup = (row: OpenRow, rows: readonly OpenRow[]): number | undefined =>
  row.groups.filter((cell) => rows.every((other) => other === row || !other.groups.includes(cell))).map((cell) => marksInText(cell.text.trim())).find((value) => value !== undefined)

/** 满分10分。体罚学生一次扣5分: where no column holds points, the clause that says its own full marks once does. */
const pointsInClause = (row: OpenRow, columns: Columns): number | undefined => {
  if (columns.points !== undefined || columns.sectionPoints !== undefined) return undefined
  const said = [...row.clauses.join('\n').matchAll(fullMarks)].map((match) => marksInCell(match[1] ?? ''))
  return said.length === 1 ? said[0] : undefined
}

const fullMarks = /(?:满分|(?:本|该|此)项(?:满分|共|计|总分|分值)?)\s*(?:为|是|[：:])?\s*(\d+(?:\.\d+)?)\s*分/gu

const leadingNumber = /^\s*[（(]?\s*(\d{1,3})\s*[）).、．]\s*(?!\d)/u

/** True where the duties bear running numbers of their own through the whole table: （1）, （2）, …. */
const ownNumbers = (rows: readonly OpenRow[]): boolean =>
  rows.length > 1 && rows.every((row, index) => Number(leadingNumber.exec(row.duty)?.[1] ?? Number.NaN) === index + 1)

const toTableRow = (row: OpenRow, index: number, spoken: boolean, numbered: boolean): TableRow => {
  const whole = numbered ? row.duty.replace(leadingNumber, '') : row.duty
  const duty = spoken ? splitDuty(whole) : { text: whole, guidance: '' }
  const clause = spoken ? splitGuidance(row.clauses.join('\n')) : { clause: row.clauses.join('\n'), guidance: '' }
  const guidance = [duty.guidance, clause.guidance].filter((text) => text !== '').join('\n')
  return {
    no: index + 1,
    section: row.section,
    ...(row.points === undefined ? {} : { points: row.points }),
    duty: duty.text,
    clause: clause.clause,
    ...(guidance === '' ? {} : { guidance }),
    ...(Object.keys(row.extra).length === 0 ? {} : { extra: row.extra }),
    where: row.where,
  }
}

/** …检查。（12分）（会上另讲）: what follows the marks of a duty is advice. */
const splitDuty = (text: string): { readonly text: string; readonly guidance: string } => {
  const match = /^(.*[（(]\d+(?:\.\d+)?分[）)])\s*[（(]([^（）()]*)[）)]\s*$/su.exec(text)
  return match?.[1] === undefined ? { text, guidance: '' } : { text: match[1], guidance: match[2] ?? '' }
}
