import type { Finding, Form, FormItem, TableRow } from '@zicha/core'
import { columnRoles } from '../layout/columns.ts'
import { bare } from '../layout/printable.ts'
import { readTable } from './read-table.ts'

/** What a school wrote into its copy of a form's table. */
export type FilledReading = {
  /** The unit as the paper names it; empty where it does not. */
  readonly unit: string
  readonly items: readonly FilledItem[]
  readonly findings: readonly Finding[]
}

export type FilledItem = {
  readonly no: number
  /** 自查得分 as a decimal; null where the cell is empty or not a number that the item can have. */
  readonly score: number | null
  readonly remark: string
  /** What of this row was not understood. */
  readonly findings: readonly Finding[]
}

/**
 * Reads 自查得分 and 备注 back from a filled Word, Excel or text copy of a form's table. Rows are matched by their wording;
 * a table with other wording is read by its order and says so. Never throws; a file of another form has no items.
 */
export const readFilled = (bytes: Uint8Array, fileName: string, form: Form): FilledReading => {
  const { table, findings } = readTable(bytes, fileName)
  if (table === undefined) return { unit: '', items: [], findings }
  const heads = table.columns
  const roles = columnRoles(heads)
  const self = heads[roles.indexOf('self')] ?? heads[roles.indexOf('inspection')]
  const remark = heads[roles.indexOf('remark')]
  const matched = matchRows(form.items, table.rows)
  const strange = form.items.length - matched.size
  if (self === undefined) return refuse('no_score_column', '表里没有“自查得分”这一列，没有读。请核对是不是填好的自查表。')
  if (strange * 2 > form.items.length) return refuse('other_form', `这张表和本轮的表对不上，${form.items.length}条里有${strange}条找不到。请核对是不是放错了。`)
  return {
    unit: (table.unitLine ?? '').replace(/^[^：:]*[：:]/u, '').trim(),
    items: form.items.flatMap((item) => {
      const row = matched.get(item.no)
      return row === undefined ? [] : [itemOf(item, row, self, remark)]
    }),
    findings: strange === 0 ? [] : [{ code: 'filled.rows_missing', level: 'warning', where: '表', message: `有${strange}条在这张表里没有找到，保持原来的分。` }],
  }
}

const refuse = (code: string, message: string): FilledReading => ({
  unit: '',
  items: [],
  findings: [{ code: `filled.${code}`, level: 'error', where: '表', message }],
})

const matchRows = (items: readonly FormItem[], rows: readonly TableRow[]): ReadonlyMap<number, TableRow> => {
  const found = new Map<number, TableRow>()
  const left = new Set(rows)
  const take = (item: FormItem, fits: (row: TableRow) => boolean): void => {
    if (found.has(item.no)) return
    const fitting = [...left].filter(fits)
    const [only] = fitting
    if (only === undefined || fitting.length > 1) return
    found.set(item.no, only)
    left.delete(only)
  }
  for (const item of items) take(item, (row) => bare(row.duty) === bare(item.duty) && bare(row.clause) === bare(item.clause))
  for (const item of items) take(item, (row) => bare(row.duty) === bare(item.duty))
  for (const item of items) take(item, (row) => bare(row.clause) === bare(item.clause))
  return found
}

const itemOf = (item: FormItem, row: TableRow, self: string, remark: string | undefined): FilledItem => {
  const written = row.extra?.[self] ?? ''
  const fault = (message: string): FilledItem => ({
    no: item.no,
    score: null,
    remark: remarkText,
    findings: [{ code: 'filled.score', level: 'warning', where: row.where, message }],
  })
  const remarkText = remark === undefined ? '' : (row.extra?.[remark] ?? '')
  const plain = written.normalize('NFKC').replace(/\s|分/gu, '')
  if (plain === '') return { no: item.no, score: null, remark: remarkText, findings: [] }
  if (!/^\d{1,3}(?:\.\d{1,2})?$/u.test(plain)) return fault(`第${item.no}条写的是“${written.slice(0, 20)}”，不是一个分数，没有读。`)
  const score = Number(plain)
  return score > item.points
    ? fault(`第${item.no}条写了${plain}分，最多${item.points}分，没有读。请问学校后再填。`)
    : { no: item.no, score, remark: remarkText, findings: [] }
}
