import { formatPoints, sum, toDecimal, toPoints } from '@zicha/core'
import type { FilledForm, Form, FormItem, FormSection } from '@zicha/core'
import { columnsOf, emsOf, lineCount } from './columns.ts'
import type { Column } from './columns.ts'
import type { Layout, LayoutCell, LayoutRow } from './layout.ts'
import { lineHeight, millimetresOf, page, typeSize } from './page.ts'
import { printable, printableLine } from './printable.ts'

/** The filled form as the values that every face draws. Wording comes from the form alone. */
export const layOut = (filled: FilledForm): Layout => {
  const { form } = filled
  const columns = columnsOf(form.columns, form.items.map((item) => ({ duty: dutyText(item), clause: item.clause })))
  const code = printableLine(filled.verificationCode ?? '')
  return {
    heading: form.heading,
    titleLines: form.titleLines,
    titleSize: titleSize(form.titleLines),
    unitLine: { label: form.unitLine, unit: printableLine(filled.unit) },
    dateLine: filled.date === undefined ? form.dateLine : dayText(filled.date),
    columns,
    rows: form.items.map((item, index) => layOutRow(filled, columns, item, form.items[index - 1])),
    total: totalCells(filled, columns),
    signature: {
      label: form.signatureLine,
      rooms: signatureRooms(filled),
      hands: signatureRooms(filled).map((name) => filled.signatures?.find((one) => printableLine(one.name) === name)?.strokes),
      day: blankDay,
    },
    ...(code === '' ? {} : { verificationCode: code }),
  }
}

export const dutyText = (item: FormItem): string => `（${item.no}）${item.duty}`

export const remarkText = (filled: FilledForm, item: number): string => printable(filled.remarks[item] ?? '').trim()

/** The mark as people write it; an item without one is blank on paper, never 0. */
export const scoreText = (score: number | undefined): string => (score === undefined ? '' : formatPoints(toPoints(score)))

/** The sum of what is given, exact; nothing given has no sum. */
export const columnTotal = (form: Form, scores: Readonly<Record<number, number>>): number | undefined => {
  const given = form.items.flatMap((item) => scores[item.no] ?? [])
  return given.length === 0 ? undefined : toDecimal(sum(given.map(toPoints)))
}

const blankDay = '    年   月   日'

/** `2026-12-08` as `2026年12月8日`. */
export const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Names are printed where a hand signs beside them; two rooms even where nobody is named yet. */
export const signatureRooms = (filled: FilledForm): readonly string[] => {
  const names = (filled.inspectors ?? []).map(printableLine).filter((name) => name !== '')
  return [...names, '', ''].slice(0, Math.max(2, names.length))
}

const titleSize = (lines: readonly string[]): number => {
  const longest = Math.max(1, ...lines.map(emsOf))
  const fitting = Math.floor((page.textWidth / millimetresOf(1) / longest) * 2) / 2
  return Math.min(typeSize.二号, fitting)
}

const layOutRow = (
  filled: FilledForm,
  columns: readonly Column[],
  item: FormItem,
  previous: FormItem | undefined,
): LayoutRow => {
  const opens = item.section !== previous?.section
  const cells = columns.flatMap((column): readonly LayoutCell[] => {
    switch (column.role) {
      case 'section':
        return opens ? [sectionCell(filled.form, item)] : []
      case 'duty':
        return [cell('duty', dutyText(item))]
      case 'clause':
        return [cell('clause', item.clause)]
      case 'self':
        return [scoreCell('self', filled.selfScores[item.no])]
      case 'inspection':
        return [scoreCell('inspection', filled.inspectionScores[item.no])]
      case 'points':
        return [cell('points', scoreText(item.points))]
      case 'remark':
        return [cell('remark', remarkText(filled, item.no))]
      case 'other':
        return [cell('other', '')]
    }
  })
  return { item: item.no, section: item.section, cells, splits: isTall(columns, cells) }
}

const cell = (role: LayoutCell['role'], text: string, span: Partial<LayoutCell> = {}): LayoutCell => ({
  role,
  text,
  rowSpan: 1,
  columnSpan: 1,
  ...span,
})

const scoreCell = (role: 'self' | 'inspection', score: number | undefined): LayoutCell =>
  cell(role, scoreText(score), score === undefined ? {} : { score })

/** `1.抓谋划推进责任。` and `（7分）`, as the published first column writes a section; the points stand on a line of their own. */
export const sectionText = (section: FormSection): { readonly name: string; readonly points: string } => ({
  name: `${section.no}.${section.name.replace(/。$/, '')}。`,
  points: `（${formatPoints(toPoints(section.points))}分）`,
})

const sectionCell = (form: Form, item: FormItem): LayoutCell => {
  const section = form.sections.find((one) => one.no === item.section)
  const text = section === undefined ? { name: '', points: '' } : sectionText(section)
  return cell('section', `${text.name}\n${text.points}`, { rowSpan: runLength(form, item) })
}

const runLength = (form: Form, first: FormItem): number => {
  const rest = form.items.slice(form.items.indexOf(first))
  const end = rest.findIndex((item) => item.section !== first.section)
  return end === -1 ? rest.length : end
}

/** A row above half a page would leave a hole at the foot of the page before it. */
const isTall = (columns: readonly Column[], cells: readonly LayoutCell[]): boolean => {
  const lines = cells
    .filter((one) => one.rowSpan === 1)
    .map((one) => lineCount(one.text, columns.find((column) => column.role === one.role)?.width ?? 16))
  return Math.max(1, ...lines) * millimetresOf(lineHeight.cell) > page.textHeight / 2
}

/** Each cell of a row with its column: where a section's merged cell hangs down from above, its column is left out. */
export const placeCells = (
  columns: readonly Column[],
  row: LayoutRow,
): readonly { readonly column: number; readonly cell: LayoutCell }[] => {
  const hanging = row.cells.length < columns.length ? columns.findIndex((column) => column.role === 'section') : -1
  return row.cells.map((one, index) => ({ column: hanging !== -1 && index >= hanging ? index + 1 : index, cell: one }))
}

const totalCells = (filled: FilledForm, columns: readonly Column[]): readonly LayoutCell[] => {
  const leading = columns.findIndex((column) => column.role === 'self' || column.role === 'inspection')
  const label = cell('section', filled.form.totalRow, { columnSpan: leading === -1 ? columns.length : leading })
  const rest = leading === -1 ? [] : columns.slice(leading)
  return [
    label,
    ...rest.map((column) => {
      if (column.role === 'self') return scoreCell('self', columnTotal(filled.form, filled.selfScores))
      if (column.role === 'points') return cell('points', scoreText(filled.form.total))
      if (column.role === 'inspection') return scoreCell('inspection', columnTotal(filled.form, filled.inspectionScores))
      return cell(column.role, '')
    }),
  ]
}
