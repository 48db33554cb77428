import { expect, test } from 'vitest'
import { scoreForm } from '../score/score-form.ts'
import { formFromTable } from './form-from-table.ts'
import { lintForm } from './lint.ts'
import { toReadingJson } from './reading-json.ts'
import { parseForm } from './schema.ts'
import type { Table, TableRow } from './table.ts'

const rowOf = (no: number, points: number | undefined, clause: string, duty = '工作任务'): TableRow => ({
  no,
  section: 1,
  ...(points === undefined ? {} : { points }),
  duty,
  clause,
  where: `第${no}行`,
})

const tableOf = (...rows: readonly TableRow[]): Table => ({ title: '考核表', columns: ['内容', '评分标准'], sections: [{ no: 1, name: '全部' }], rows })

const partsOf = (table: Table): unknown => toReadingJson(table, []).items.map((item) => item.criteria.map(({ id, points, parts }) => ({ id, points, kinds: parts.map((part) => part.kind) })))

test('marks given say their share and deductions take what the item has left', () => {
  expect(partsOf(tableOf(rowOf(1, 3, '有相关举措得1分；未完成任务的，扣2分。')))).toEqual([
    [{ id: '1.1', points: 1, kinds: ['award'] }, { id: '1.2', points: 2, kinds: ['deduct_if'] }],
  ])
})

test('deductions alone are one criterion of the whole item', () => {
  expect(partsOf(tableOf(rowOf(1, 5, '未建立制度的不得分；台账缺一次扣1分；发现一处不规范扣0.5分。')))).toEqual([
    [{ id: '1.1', points: 5, kinds: ['zero_if', 'shortfall', 'per_occurrence'] }],
  ])
})

test('what does not apply belongs to each criterion of its item, or to its own duty', () => {
  expect(partsOf(tableOf(rowOf(1, 3, '组织健全得1分；活动正常得2分。没有此项任务的学校视同得分。')))).toEqual([
    [{ id: '1.1', points: 1, kinds: ['award', 'na_full'] }, { id: '1.2', points: 2, kinds: ['award', 'na_full'] }],
  ])
})

test('two wordings for two classes of unit are one criterion', () => {
  expect(partsOf(tableOf(rowOf(1, 2, '民办学校写入章程的，得2分。公办学校制定议事规则的，得2分。')))).toEqual([[{ id: '1.1', points: 2, kinds: ['all_or_nothing'] }]])
})

test('a count that only the duty says is taken from there and marked as an interpretation', () => {
  const { form } = formFromTable(tableOf(rowOf(1, 2, '少一次扣1分，扣完2分为止。', '每年至少组织2次督查考评。')))
  expect(form.criteria[0]?.parts[0]).toMatchObject({ kind: 'shortfall', required: { count: 2, per: 'year' } })
  expect(form.criteria[0]?.note).toContain('次数取自责任一栏')
})

test('a count that nobody says asks how many are missing until the bureau settles it', () => {
  const { form, findings } = formFromTable(tableOf(rowOf(1, 4, '会议记录每少一次扣1分。')))
  expect(form.criteria[0]?.parts[0]).toMatchObject({ kind: 'per_occurrence', deduct_each: 1, cap: 4 })
  expect(findings.map((one) => one.code)).toEqual(['form.no_count'])
})

test('a clause that no rule was read from is left to a person, and said', () => {
  const { form, findings } = formFromTable(tableOf(rowOf(1, 5, '按照有关办法扣分。'), rowOf(2, 5, '工作扎实，成效明显。')))
  expect(form.criteria.map((one) => one.parts[0])).toMatchObject([{ kind: 'discretionary', min: 0, max: 5 }, { kind: 'discretionary', min: 0, max: 5 }])
  expect(findings.map((one) => one.code)).toEqual(['form.unread', 'form.no_rule'])
})

test('the form that comes of a table is accepted, adds up and can be scored at once', () => {
  const table = tableOf(rowOf(1, 3, '每季度一次得3分，少一次扣1分，扣完3分为止。'), rowOf(2, 4, '优得4分，良得3分，差不得分。'), rowOf(3, 3, '发现一例扣1分，扣完为止。'))
  const { form } = formFromTable(table)
  expect(parseForm(JSON.parse(JSON.stringify(form)))).toMatchObject({ ok: true })
  expect(lintForm(form).filter((finding) => finding.level === 'error')).toEqual([])
  const score = scoreForm(form, { year: 2024, unit: {}, facts: { '1.1': 3, '2.1': '良', '3.1': 2 } })
  expect(score.items.map((item) => item.score / 1000)).toEqual([2, 3, 1])
})

test('items without any marks are an error that names them', () => {
  const { findings } = formFromTable(tableOf(rowOf(1, undefined, '未完成的扣分。')))
  expect(findings.some((one) => one.level === 'error' && one.where === '第1条')).toBe(true)
})
