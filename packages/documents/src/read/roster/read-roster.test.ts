import { expect, test } from 'vitest'
import { excelFile, wordFile } from '../../testing/office-file.ts'
import { readRoster } from './read-roster.ts'
import { rosterColumnOf } from './roster-columns.ts'

const text = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\n'))

const list = [
  ['仪征市中小学校党组织一览表'],
  ['序号', '单位名称', '学校代码', '学段', '办学性质', '党员数', '党组织形式', '书记姓名', '书记手机号', '党务干部', '联系电话', '身份证号'],
  ['1', '实验 小学', 'sy', '小学', '公办', '46', '党总支', '李 敏', '13800001111', '王芳', '0514-83450001', '321081197001010011'],
  ['2', '月塘九年一贯制学校', '', '九年一贯制', '公立', '12人', '支部', '赵强(15900002222)', '', '钱平、孙红', '', ''],
  ['合计', '', '', '', '', '58', '', '', '', '', '', ''],
]

const wanted = [
  {
    row: 3, unit: '实验小学', code: 'sy', stages: ['primary'], ownership: 'public', members: 46, partyOrganization: 'general_branch',
    people: [{ post: 'secretary', name: '李敏' }, { post: 'clerk', name: '王芳' }],
  },
  {
    row: 4, unit: '月塘九年一贯制学校', stages: ['primary', 'junior'], ownership: 'public', members: 12, partyOrganization: 'branch',
    people: [{ post: 'secretary', name: '赵强' }, { post: 'clerk', name: '钱平' }, { post: 'clerk', name: '孙红' }],
  },
]

test.each([
  ['pasted rows', text(list)],
  ['an Excel file', excelFile([{ name: '说明', rows: [['请如实填写']] }, { name: '名单', rows: list }])],
  ['a Word table', wordFile([list.slice(1)])],
])('schools and their people are read from %s, by the words at the heads', (kind, bytes) => {
  const { rows, findings } = readRoster(bytes, '名单')
  expect(findings).toEqual([])
  expect(rows).toMatchObject(kind === 'a Word table' ? wanted.map((row) => ({ ...row, row: row.row - 1 })) : wanted)
})

test('telephone, identity and mail columns are left out, and nothing of them comes along, whatever the mapping says', () => {
  const read = readRoster(text(list), '名单')
  expect(read.columns.filter(({ column }) => column === 'private').map(({ head }) => head)).toEqual(['书记手机号', '联系电话', '身份证号'])
  const forced = readRoster(text(list), '名单', list[1]?.map((_, index) => (index === 1 ? 'unit' : index === 8 ? 'secretary' : index === 11 ? 'code' : 'unused')))
  for (const reading of [read, forced]) expect(JSON.stringify(reading.rows)).not.toMatch(/138000|159000|321081|8345/u)
})

test('a name with a number beside it is taken without the number, and that is said', () => {
  const { rows } = readRoster(text(list), '名单')
  expect(rows[1]?.findings.map(({ message }) => message)).toEqual(['姓名旁边有号码，只收了姓名，号码没有收。'])
})

test('one person a row: the school is named once, the post in a column of its own', () => {
  const { rows } = readRoster(text([['学校', '姓名', '岗位', '账号'], ['育才小学', '李敏', '党务干部', 'limin'], ['', '孙强', '书记', ''], ['', '周红', '教师', '']]), '名单')
  expect(rows.map(({ unit, people }) => [unit, people])).toEqual([
    ['育才小学', [{ post: 'clerk', name: '李敏', account: 'limin' }]],
    ['育才小学', [{ post: 'secretary', name: '孙强' }]],
    ['育才小学', []],
  ])
  expect(rows[2]?.findings).toMatchObject([{ level: 'error', message: '周红没有写明是书记还是党务干部。请在“岗位”一列写上。' }])
})

test('in a list of one school a row nobody is put to the school above', () => {
  const { rows } = readRoster(text([['学校', '书记'], ['育才小学', '孙强'], ['', '周红']]), '名单')
  expect(rows.map(({ unit, people }) => [unit, people[0]?.name])).toEqual([['育才小学', '孙强'], ['', '周红']])
})

test('what a cell does not say clearly is not guessed', () => {
  const { rows } = readRoster(text([['单位名称', '学段', '公办/民办', '党员数'], ['育才小学', '基础教育', '混合', '约三十']]), '名单')
  expect(rows[0]).toMatchObject({ unit: '育才小学', people: [] })
  expect(rows[0]).not.toHaveProperty('stages')
  expect(rows[0]).not.toHaveProperty('members')
  expect(rows[0]?.findings).toHaveLength(3)
})

test('a file without such a head says what is missing', () => {
  expect(readRoster(text([['日期', '内容'], ['3月1日', '党课']]), '活动.txt')).toMatchObject({ rows: [], findings: [{ code: 'reading.no_roster', level: 'error' }] })
  expect(readRoster(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '坏.xlsx').findings[0]?.message).toMatch(/。$/u)
})

test.each([
  ['学校全称', 'unit'], ['园（校）名', 'unit'], ['书记账号', 'secretaryAccount'], ['党务工作者姓名', 'clerk'], ['公办/民办', 'ownership'],
  ['正式党员人数', 'members'], ['党小组数', 'partyGroups'], ['书记姓名及联系电话', 'secretary'], ['电子邮箱', 'private'], ['民族', 'private'], ['备注', 'unused'],
])('the head %s is taken for %s', (head, column) => {
  expect(rosterColumnOf(head)).toBe(column)
})

test.each([
  ['特殊教育', ['special']],
  ['特教', ['special']],
  ['特殊教育（小学、初中）', ['primary', 'junior', 'special']],
  ['中职', ['vocational']],
])('the stage %s is read', (said, stages) => {
  expect(readRoster(text([['学校', '学段', '书记'], ['仪征特校', said, '孙强']]), '名单').rows[0]).toMatchObject({ stages, findings: [] })
})

test('former schools of an inspector are read from a column of their own, one under the other too; of others none is taken', () => {
  for (const head of ['曾任职学校', '曾工作过的学校', '回避单位']) expect(rosterColumnOf(head)).toBe('formerUnits')
  const { rows } = readRoster(
    excelFile([{ name: '检查人', rows: [['单位', '姓名', '岗位', '曾任职学校'], ['教育局', '周平', '检查人', '育才 小学、实验小学\n城北中学'], ['教育局', '吴芳', '检查人', '无'], ['育才小学', '孙强', '书记', '实验小学']] }]),
    '名单',
  )
  expect(rows.map(({ people }) => people[0])).toEqual([
    { post: 'inspector', name: '周平', formerUnits: ['育才小学', '实验小学', '城北中学'] },
    { post: 'inspector', name: '吴芳' },
    { post: 'secretary', name: '孙强' },
  ])
  expect(rows.map(({ findings }) => findings.map(({ message }) => message))).toEqual([[], [], ['曾任职学校只给检查人回避用，别的岗位的没有收。']])
})
