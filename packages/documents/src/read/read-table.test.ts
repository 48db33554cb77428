import { readFileSync } from 'node:fs'
import { formFromTable, lintForm, parseForm, toReadingJson, type Table } from '@zicha/core'
import { expect, test } from 'vitest'
import { excelFile, wordFile } from '../testing/office-file.ts'
import { readForm } from './form-yaml.ts'
import { readTable } from './read-table.ts'

const tableOf = (bytes: Uint8Array): Table => {
  const { table, findings } = readTable(bytes)
  if (table === undefined) throw new Error(findings[0]?.message)
  return table
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const forms = new URL('../../../../forms/', import.meta.url)

test('the Yangzhou Word table comes out as the shipped form: 8 sections, 30 items, 100 points, every word', () => {
  const table = tableOf(readFileSync(new URL('yangzhou-2022/table.docx', forms)))
  const shipped = readForm(readFileSync(new URL('yangzhou-2022/form.yaml', forms), 'utf8'))
  if (!shipped.ok) throw new Error('the shipped form does not read')
  expect(table.title).toBe(shipped.form.title)
  expect(table.sections).toEqual(shipped.form.sections.map(({ no, name, points }) => ({ no, name, points })))
  expect(table.rows.map(({ no, duty, clause, points }) => ({ no, duty, clause, points }))).toEqual(
    shipped.form.items.map(({ no, duty, clause, points }) => ({ no, duty, clause, points })),
  )
  expect(table.unitLine).toBe(shipped.form.unitLine)
  expect(table.signatureLine).toBe(shipped.form.signatureLine)
})

test('spoken advice in the scoring column is set apart as guidance and makes no rule', () => {
  const table = tableOf(readFileSync(new URL('yangzhou-2022/table.docx', forms)))
  const advised = table.rows.filter((row) => row.guidance !== undefined)
  expect(advised.length).toBeGreaterThanOrEqual(18)
  expect(table.rows.find((row) => row.no === 14)?.guidance).toContain('我着重提醒两点')
  for (const row of table.rows) expect(row.clause).not.toMatch(/着重提醒|可以参照|多说两句|大家/)
})

test('at least 58 of the 60 shipped criteria are read with the same kinds and numbers', () => {
  const table = tableOf(readFileSync(new URL('yangzhou-2022/table.docx', forms)))
  const shipped = readForm(readFileSync(new URL('yangzhou-2022/form.yaml', forms), 'utf8'))
  if (!shipped.ok) throw new Error('the shipped form does not read')
  const numbers = (parts: readonly object[]): string => JSON.stringify(parts, (key, value: unknown) => (/^(?:condition|what|unit|label|fedBy|onlyIf|formula|per)$/.test(key) ? undefined : value))
  const inOrder = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
  const read = new Map(toReadingJson(table, []).items.flatMap((item) => item.criteria).map((one) => [one.id, one]))
  const same = shipped.form.criteria.filter((one) => {
    const own = read.get(one.id)
    return own !== undefined && own.points === one.points && numbers(own.parts.map(inOrder)) === numbers(one.parts.map(inOrder))
  })
  expect(same.length).toBeGreaterThanOrEqual(58)
})

const village = [
  '附件1',
  { title: '2024年度村级平安建设考核评分表' },
  '考核单位：          日期：    年   月   日',
  [
    ['一级指标', '考核内容', '分值', '评分标准', '得分', '佐证材料'],
    [{ text: '组织领导\n（10分）', merge: 'restart' }, '落实领导责任制', '4', '未建立责任制的不得分；责任书每少签1份扣0.5分。', '', '责任书'],
    [{ text: '', merge: 'continue' }, '定期研究', '6', '每季度研究一次，少一次扣1.5分，扣完为止。', '', '会议记录'],
    [{ text: '治安防控（20分）', merge: 'restart' }, '巡防工作', '10分', '每月巡防不少于4次，每少1次扣0.5分。', '', ''],
    ['一级指标', '考核内容', '分值', '评分标准', '得分', '佐证材料'],
    [{ text: '', merge: 'continue' }, '矛盾调处', '10', '调处成功率达98%以上得10分，每下降1个百分点扣1分。', '', ''],
    [{ text: '合计', span: 2 }, '30', '', '', ''],
    [{ text: '备注：发生命案的，实行一票否决。', span: 6 }],
  ],
  '检查人签字：            被检查单位负责人签字：',
] as const

test('a Word table with merged sections, a repeated head, a total and a note reads to sections, items and points', () => {
  const table = tableOf(wordFile(village))
  expect(table).toMatchObject({ title: '2024年度村级平安建设考核评分表', heading: '附件1', total: 30, totalRow: '合计' })
  expect(table.sections).toEqual([{ no: 1, name: '组织领导', points: 10 }, { no: 2, name: '治安防控', points: 20 }])
  expect(table.rows.map((row) => [row.section, row.duty, row.points])).toEqual([[1, '落实领导责任制', 4], [1, '定期研究', 6], [2, '巡防工作', 10], [2, '矛盾调处', 10]])
  expect(table.rows[0]?.extra).toEqual({ 佐证材料: '责任书' })
  expect(table.signatureLine).toContain('检查人签字')
})

test('tables that follow one another under headings are one table with a section each', () => {
  const head = ['序号', '考核内容', '评分标准', '自评分']
  const table = tableOf(wordFile([
    { title: '安全生产目标责任考核细则' },
    '一、责任落实（6分）',
    [head, ['1', '签订责任书（2分）', '未签订不得分。', ''], ['2', '经费投入（4分）', '未落实扣4分。', '']],
    '二、隐患排查（4分）',
    [head, ['3', '每月排查（4分）', '每少一次扣1分，扣完为止。', '']],
  ]))
  expect(table.sections.map(({ name, points }) => [name, points])).toEqual([['责任落实', 6], ['隐患排查', 4]])
  expect(table.rows.map((row) => [row.section, row.points])).toEqual([[1, 2], [1, 4], [2, 4]])
})

test('a second scoring table with a name of its own is left out, and said', () => {
  const head = ['考核项目', '考核内容', '分值', '评分细则']
  const { table, findings } = readTable(wordFile([
    { title: '甲考核表' }, [head, ['一', '内容甲', '5', '未完成扣5分']],
    { title: '乙考核表' }, [head, ['二', '内容乙', '5', '未完成扣5分']],
  ]))
  expect(table?.rows).toHaveLength(1)
  expect(findings.map((one) => one.code)).toContain('reading.second_table')
})

test('several clause rows of one duty are one item, and a nested table is part of its cell', () => {
  const table = tableOf(wordFile([
    [
      ['考核内容', '分值', '评分办法'],
      [{ text: '党员教育', merge: 'restart' }, { text: '6', merge: 'restart' }, '有计划得2分'],
      [{ text: '', merge: 'continue' }, { text: '', merge: 'continue' }, '每少一次扣1分'],
      ['党费收缴', '2', '迟交一次扣0.5分'],
    ],
  ]))
  expect(table.rows.map((row) => [row.duty, row.points, row.clause])).toEqual([['党员教育', 6, '有计划得2分\n每少一次扣1分'], ['党费收缴', 2, '迟交一次扣0.5分']])
})

test('an Excel table with a title row, merged cells and numbers reads as numbers', () => {
  const table = tableOf(excelFile([
    { name: '说明', rows: [['请先看说明']] },
    {
      name: '考核表',
      rows: [
        ['科室医疗质量考核评分表', null, null, null, null],
        ['科室：', null, null, '日期：  年  月  日', null],
        ['考核项目', '考核要点', '分值', '扣分标准', '扣分'],
        ['病历质量', '书写及时', 0.5, '不及时每份扣0.1分', null],
        [null, '内容完整', 1.5, '缺项每处扣0.2分', null],
        ['院感管理', '手卫生', 2, '一人不合格扣0.5分', null],
        ['总分', null, 4, null, null],
      ],
      merges: ['A1:E1', 'A4:A5', 'A7:B7'],
    },
  ]))
  expect(table.title).toBe('科室医疗质量考核评分表')
  expect(table.total).toBe(4)
  expect(table.sections.map(({ name }) => name)).toEqual(['病历质量', '院感管理'])
  expect(table.rows.map((row) => [row.section, row.points])).toEqual([[1, 0.5], [1, 1.5], [2, 2]])
})

test('hidden sheets are passed over and a second scoring sheet is said', () => {
  const rows = [['考核内容', '分值', '评分标准'], ['内容', 3, '未完成扣3分']]
  const { table, findings } = readTable(excelFile([{ name: '旧表', rows, hidden: true }, { name: '甲表', rows }, { name: '乙表', rows }]))
  expect(table?.title).toBe('甲表')
  expect(findings.map((one) => one.where)).toEqual(['工作表“乙表”'])
})

test('a tab-separated text reads like a table', () => {
  const table = tableOf(text('班级量化考核表\n项目\t内容\t分值\t评分细则\n纪律\t按时到校\t5\t迟到一次扣1分\n\t课堂纪律\t5\t违纪一次扣1分，扣完为止\n卫生\t教室整洁\t10\t一处不洁扣0.5分\n合计\t\t20\t\n'))
  expect(table.title).toBe('班级量化考核表')
  expect(table.rows.map((row) => [row.section, row.duty, row.points])).toEqual([[1, '按时到校', 5], [1, '课堂纪律', 5], [2, '教室整洁', 10]])
})

test('a numbered list with marks at the end reads to sections and items', () => {
  const table = tableOf(text('党支部工作考核细则\n一、组织建设（6分）\n1.按期换届，未按期换届不得分。（2分）\n2.每月召开支委会，每少一次扣0.5分，扣完为止。4分\n二、党员教育（4分）\n3、开展主题党日\n评分标准：每月1次，少1次扣0.5分。（4分）\n检查人签字：\n'))
  expect(table.sections.map(({ name, points }) => [name, points])).toEqual([['组织建设', 6], ['党员教育', 4]])
  expect(table.rows.map((row) => row.points)).toEqual([2, 4, undefined])
  expect(toReadingJson(table, []).items[1]?.criteria[0]?.parts).toMatchObject([{ kind: 'shortfall', deduct_each: 0.5, cap: 4 }])
})

test('what is read makes a form that the schema accepts and whose sums the lint agrees with', () => {
  const table = tableOf(wordFile(village))
  const { form } = formFromTable(table)
  expect(parseForm(JSON.parse(JSON.stringify(form)))).toMatchObject({ ok: true })
  expect(lintForm(form).filter((finding) => finding.level === 'error')).toEqual([])
})

test('a table without points says so, row by row, and a table that is none says what is missing', () => {
  const { form, findings } = formFromTable(tableOf(wordFile([[['考核内容', '评分标准'], ['学习情况', '不认真的酌情扣分']]])))
  expect(findings.map((one) => one.code)).toContain('form.no_points')
  expect(form.total).toBe(0)
  expect(readTable(wordFile([[['姓名', '电话'], ['甲', '1']]])).findings[0]?.code).toBe('reading.no_table')
})

test('a head of two rows, levels of indicators and subtotals are read for what they are', () => {
  const table = tableOf(excelFile([
    {
      name: '指标',
      rows: [
        ['教学基地评估指标', null, null, null, null, null],
        ['评估项目', null, '评估内容', '评分标准', '分值', '得分'],
        ['一级指标', '二级指标', null, null, null, null],
        ['基本条件(3)', '1.1 场地', '有示教室并向学员开放', '有得1分，没有不得分', 1, null],
        [null, '1.2 设备', '设备齐全', '缺一件扣0.5分，扣完为止', 2, null],
        ['小计', null, null, null, 3, null],
        ['过程管理(2)', '2.1 制度', '有计划、有记录', '缺一项扣1分', 2, null],
        ['小计', null, null, null, 2, null],
        ['总计', null, null, null, 5, null],
      ],
      merges: ['A1:F1', 'A2:B2', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'A4:A5', 'A6:D6', 'A8:D8', 'A9:D9'],
    },
  ]))
  expect(table).toMatchObject({ title: '教学基地评估指标', total: 5 })
  expect(table.sections.map(({ name, points }) => [name, points])).toEqual([['基本条件', 3], ['过程管理', 2]])
  expect(table.rows.map((row) => [row.duty, row.points, row.extra?.['二级指标']])).toEqual([
    ['有示教室并向学员开放', 1, '1.1 场地'], ['设备齐全', 2, '1.2 设备'], ['有计划、有记录', 2, '2.1 制度'],
  ])
})

test('one column for contents and scoring is both duty and clause', () => {
  const table = tableOf(wordFile([{ title: '村级考核细则' }, [['考核类别', '考核内容及评分标准', '分值'], ['党的建设', '每月一次，少一次扣0.5分', '6'], ['乡村治理', '越级上访每起扣2分', '4']]]))
  expect(table.rows.map((row) => [row.section, row.duty === row.clause, row.points])).toEqual([[1, true, 6], [2, true, 4]])
})

test('a heading above the head of a sheet opens its first section', () => {
  const table = tableOf(excelFile([{ name: '表', rows: [['班级考核办法', null, null], ['一、纪律（10分）', null, null], ['考核内容', '分值', '扣分标准'], ['出勤', 10, '迟到一次扣1分']], merges: ['A1:C1', 'A2:C2'] }]))
  expect(table.title).toBe('班级考核办法')
  expect(table.sections).toEqual([{ no: 1, name: '纪律', points: 10 }])
})

test('two columns of points: the merged one is the sections’, the other the items’; a line for the score is no section', () => {
  const from = (words: string) => ({ text: words, merge: 'restart' as const })
  const on = { text: '', merge: 'continue' as const }
  const table = tableOf(
    wordFile([
      { title: '廉政建设半年自查表' },
      [
        ['自查\n项目', { text: '分值', span: 2 }, '自查内容', '自查标准', '扣分'],
        [from('工作机制'), from('8'), '3', '1、制订计划。', '未制订计划不得分。', ''],
        [on, on, '5', '2、每季度专题研究一次。', '未研究的扣2分。', ''],
        [from('廉洁自律'), from('4'), '4', '3、遵守规定。', '被约谈的每一起扣2分。', ''],
        [{ text: '部门自查得分：', span: 6 }],
      ],
    ]),
  )
  expect(table.sections).toEqual([
    { no: 1, name: '工作机制', points: 8 },
    { no: 2, name: '廉洁自律', points: 4 },
  ])
  expect(table.rows.map(({ section, points }) => [section, points])).toEqual([[1, 3], [1, 5], [2, 4]])
  expect(table.totalRow).toBe('部门自查得分：')
})

test('the column that says what is taken is the clause, whatever its head is called', () => {
  const table = tableOf(
    excelFile([
      {
        name: '信誉考核',
        rows: [
          ['序号', '指标项', '满分', '指标说明', '评分依据'],
          [1, '车辆管理', 50, '未按时年审的，每辆次扣10分。', '无'],
          [2, '从业资格', 50, '无证上岗的，每人次扣25分。', '无'],
        ],
      },
    ]),
  )
  expect(table.rows.map(({ duty, clause, extra }) => [duty, clause, extra])).toEqual([
    ['车辆管理', '未按时年审的，每辆次扣10分。', { 评分依据: '无' }],
    ['从业资格', '无证上岗的，每人次扣25分。', { 评分依据: '无' }],
  ])
})

test('the marks of a group are not given to each of its items', () => {
  const table = tableOf(
    excelFile([
      {
        name: '高校',
        rows: [
          ['一级指标', '二级指标', '三级指标', '评分标准'],
          ['办学方向（15分）', '思想（9分）', '党的领导', '低于60分得0分，其他得4分。'],
          [null, null, '立德树人', '达标得5分。'],
          [null, '法治（6分）', '依法治校', '每起扣0.2分。'],
        ],
        merges: ['A2:A4', 'B2:B3'],
      },
    ]),
  )
  expect(table.rows.map((row) => row.points)).toEqual([undefined, undefined, 6])
})
