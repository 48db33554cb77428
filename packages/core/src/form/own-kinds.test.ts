import { expect, test } from 'vitest'
import type { EntryKind } from '../ledger/entry-kind.ts'
import { formFromTable } from './form-from-table.ts'
import { lintForm } from './lint.ts'
import { nameForKind } from './own-kinds.ts'
import { parseForm } from './schema.ts'
import type { Table } from './table.ts'

test.each([
  ['每季度召开一次安全生产专题会议', '安全生产专题会议'],
  ['每月至少开展1次安全检查', '安全检查'],
  ['全年组织消防演练', '消防演练'],
  ['消防设施每月检查一次', '消防设施检查'],
  ['应急预案演练每年不少于2次', '应急预案演练'],
  ['每半年对重点部门负责人开展安全生产责任制考核', '安全生产责任制考核'],
  ['集中研讨不少于6次、中心组成员全部参与交流发言', '集中研讨'],
  ['消防安全知识培训和灭火疏散演练', '消防安全知识培训'],
  ['撰写调研报告2篇', '调研报告'],
  ['家访', '家访'],
  ['会议', undefined],
  ['全年开展活动', undefined],
  ['', undefined],
])('“%s” counts %s', (what, name) => {
  expect(nameForKind(what)).toBe(name)
})

const kind = (name: string, ...alsoCalled: readonly string[]): EntryKind => ({ name, group: '学习', goesWith: [], alsoCalled })
const tableOf = (...clauses: readonly string[]): Table => ({
  title: '考核表',
  columns: ['内容', '标准'],
  sections: [{ no: 1, name: '安全管理工作' }],
  rows: clauses.map((clause, index) => ({ no: index + 1, section: 1, points: 4, duty: '', clause, where: '' })),
})
const fedBy = (table: Table, kinds: readonly EntryKind[]): readonly (readonly string[])[] =>
  formFromTable(table, kinds).form.criteria.map((criterion) => criterion.parts[0]?.fedBy ?? [])

test('a count of a shared kind is fed by it, any other by a kind that the form brings along', () => {
  const kinds = [kind('专题会议'), kind('集中学习', '中心组学习')]
  const table = tableOf('每季度召开一次专题会议，少一次扣1分。', '每季度召开一次安全生产专题会议，少一次扣1分。', '每月中心组学习1次，少一次扣0.5分。')
  expect(fedBy(table, kinds)).toEqual([['专题会议'], ['安全生产专题会议'], ['集中学习']])
  const { form } = formFromTable(table, kinds)
  expect(form.entryKinds).toEqual([{ name: '安全生产专题会议', group: '安全管理工作', goesWith: [], alsoCalled: [] }])
  expect(lintForm(form, kinds.map((one) => one.name)).filter((finding) => finding.code === 'form.unknown_entry_kind')).toEqual([])
  expect(parseForm({ ...form, id: 'safety' })).toMatchObject({ ok: true, form: { entryKinds: form.entryKinds } })
})

test('without a vocabulary nothing is fed and nothing is brought along', () => {
  const table = tableOf('每季度召开一次安全生产专题会议，少一次扣1分。')
  expect(fedBy(table, [])).toEqual([[]])
  expect(formFromTable(table).form).not.toHaveProperty('entryKinds')
})

test('a name is short enough for a list, whatever the clause says', () => {
  const long = `每年开展${'贯彻落实各级文件精神关于进一步加强'.repeat(6)}安全教育培训1次`
  expect(nameForKind(long)?.length ?? 0).toBeLessThanOrEqual(12)
})
