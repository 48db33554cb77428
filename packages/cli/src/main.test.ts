import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'zicha-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | object): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Runs the command line in this process: its answer, its one line of complaint, its exit code. */
const zicha = async (...args: readonly string[]) => {
  const said: string[] = []
  const complaints: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => complaints.push(String(text)) > 0)
  const code = await main(args, {
    write: async (text) => {
      said.push(text)
    },
  }).finally(() => spy.mockRestore())
  return { code, out: said.join(''), err: complaints.join('') }
}

const months = Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, '0')}-10`)
const without9 = months.filter((day) => !day.startsWith('2022-09'))
const facts = { '5.2': without9, '5.3.a': 6, '5.3.b': 1, '24.1': '市级', '19.2': 1.5, '15.1': { applicable: false } }

test('score answers one school as the contract says', async () => {
  const path = file('facts.json', { year: 2022, unit: { ownership: 'public', partyGroups: 0 }, facts })
  const { code, out, err } = await zicha('score', '--form', 'yangzhou-2022', '--facts', path, '--json')
  expect([code, err]).toEqual([0, ''])
  const answer = JSON.parse(out)
  expect(Object.keys(answer)).toEqual(['form', 'year', 'total', 'criteria', 'items', 'sections'])
  expect(answer).toMatchObject({ form: 'yangzhou-2022', year: 2022, total: 8 })
  const one = (id: string) => answer.criteria.find((each: { id: string }) => each.id === id)
  expect(one('5.2')).toEqual({
    id: '5.2',
    score: 2,
    max: 3,
    status: 'scored',
    because: '应12次，实11次，缺9月1次，扣1分，得2分。',
  })
  expect(one('5.3')).toMatchObject({ score: 1.5 })
  expect(one('15.1')).toMatchObject({ score: 1, status: 'not_applicable' })
  expect(one('1.1')).toMatchObject({ score: 0, status: 'unanswered' })
  expect(answer.items[4]).toEqual({ no: 5, score: 3.5, max: 6 })
  expect(answer.sections).toHaveLength(8)
})

test('without --json a person reads every reason and the total', async () => {
  const path = file('facts.json', { year: 2022, facts: { '5.2': without9 } })
  const { out } = await zicha('score', '--form', 'yangzhou-2022', '--facts', path)
  expect(out).toContain('第5条  2 / 6\n')
  expect(out).toContain('    应12次，实11次，缺9月1次，扣1分，得2分。\n')
  expect(out).toMatch(/总分 {2}2 \/ 100，还有59处没有核对\n$/u)
})

test('a batch answers a line for a line, in order, as one by one', async () => {
  const requests = [facts, {}, { '5.2': 3 }].map((one) => ({ year: 2022, unit: {}, facts: one }))
  const path = file('batch.jsonl', `${requests.map((one) => JSON.stringify(one)).join('\n')}\n`)
  const { code, out } = await zicha('score', '--form', 'yangzhou-2022', '--batch', path, '--json')
  expect(code).toBe(0)
  const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line))
  const alone = await Promise.all(
    requests.map(async (one, index) => {
      const single = file(`one-${index}.json`, one)
      return JSON.parse((await zicha('score', '--form', 'yangzhou-2022', '--facts', single, '--json')).out)
    }),
  )
  expect(lines).toEqual(alone)
})

test('a line of a batch that cannot be scored is named, and what came before it is answered', async () => {
  const good = JSON.stringify({ year: 2022, facts: {} })
  const path = file('batch.jsonl', `${good}\n{"year":2022,"facts":{"5.2":-1}}\n${good}\n`)
  const { code, out, err } = await zicha('score', '--form', 'yangzhou-2022', '--batch', path)
  expect(code).toBe(2)
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  expect(err).toBe(`${path}第2行：5.2：次数不能小于0，填了-1。请填0或正整数。\n`)
})

const bad: readonly (readonly [string, string | object, string])[] = [
  ['30 February', { year: 2022, facts: { '5.2': ['2022-02-30'] } }, '5.2：没有“2022-02-30”这一天。'],
  ['a key that the form lacks', { year: 2022, facts: { '99.1': true } }, '99.1：这张表没有“99.1”这一项。'],
  ['a level that does not exist', { year: 2022, facts: { '24.1': '国家级' } }, '24.1：没有“国家级”这个等级。'],
  ['a mark above the maximum', { year: 2022, facts: { '19.2': 3 } }, '19.2：最多2分，填了3分。'],
  ['half a finding', { year: 2022, facts: { '12.1': 0.5 } }, '12.1：次数要是整数，填了0.5。'],
  ['a yes in words', { year: 2022, facts: { '1.1': '是' } }, '1.1：这里只答是或否，填了“是”。'],
  ['not applicable where it always applies', { year: 2022, facts: { '1.1': { applicable: false } } }, '1.1：1.1没有“不适用”的规定'],
  ['a value of no known shape', { year: 2022, facts: { '5.2': [1] } }, '5.2的写法不对。'],
  ['no year', { facts: {} }, 'year要写年度'],
  ['no facts', { year: 2022 }, 'facts要写成'],
  ['an unknown ownership', { year: 2022, unit: { ownership: '公办' }, facts: {} }, 'unit.ownership只能是'],
  ['half a party group', { year: 2022, unit: { partyGroups: 0.5 }, facts: {} }, 'unit.partyGroups要写0或正整数。'],
  ['a list instead of an object', [], '要写成'],
  ['broken JSON', '{"year":2022,\n"facts":{}', '不是完整的JSON'],
  ['nothing', '', '不是完整的JSON'],
]

test.each(bad)('%s is refused with one line that names the place, and exit code 2', async (_name, content, words) => {
  const path = file('bad.json', content)
  const { code, out, err } = await zicha('score', '--form', 'yangzhou-2022', '--facts', path, '--json')
  expect([code, out]).toEqual([2, ''])
  expect(err.startsWith(`${path}：`)).toBe(true)
  expect(err).toContain(words)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

test.each([
  [['score'], '缺少参数--form'],
  [['score', '--form', 'yangzhou-2022'], '请给出--facts或--batch中的一个'],
  [['score', '--form', 'yangzhou-1999', '--facts', 'x'], '没有“yangzhou-1999”这张表。可以用：yangzhou-2022'],
  [['score', '--form', 'yangzhou-2022', '--facts', '/nowhere/x.json'], '没有找到文件/nowhere/x.json'],
  [['score', '--form', 'yangzhou-2022', '--batch', '/nowhere/x.jsonl'], '没有找到文件/nowhere/x.jsonl'],
  [['score', '--form', 'yangzhou-2022', '--batch', tmpdir()], '是文件夹'],
  [['score', '--facts', 'x', '--quick'], '参数--quick用得不对'],
  [['sing'], '没有“sing”这个命令'],
  [['constructor'], '没有“constructor”这个命令'],
  [['lint'], '请给出一张表'],
])('%j is bad usage', async (args, words) => {
  const { code, out, err } = await zicha(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

const formText = readFileSync(new URL('../../../forms/yangzhou-2022/form.yaml', import.meta.url), 'utf8')

test('the shipped form has nothing to find', async () => {
  expect(await zicha('lint', 'yangzhou-2022', '--json')).toEqual({ code: 0, out: '{\n  "findings": []\n}\n', err: '' })
})

test('a form of one’s own is linted: a sum that does not add up ends with 1', async () => {
  const path = file('form.yaml', formText.replace('total: 100', 'total: 101'))
  const { code, out } = await zicha('lint', path, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    findings: [{ level: 'error', where: '总分', message: '各责任合起来100分，表上写101分。请核对分值。' }],
  })
  expect((await zicha('lint', path)).out).toBe('要改  总分  各责任合起来100分，表上写101分。请核对分值。\n')
})

test('a form with a member that nobody knows is a finding with its place', async () => {
  const path = file('form.yaml', formText.replace('total: 100', 'total: 100\nsubtotal: 3'))
  const { code, out } = await zicha('lint', path, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out).findings[0]).toMatchObject({ level: 'error', message: expect.stringContaining('subtotal') })
})

test('a published table is read and linted in one go', async () => {
  const path = fileURLToPath(new URL('../../../forms/yangzhou-2022/table.docx', import.meta.url))
  const { code, out } = await zicha('lint', path, '--json')
  expect(code).toBe(0)
  const { findings } = JSON.parse(out)
  expect(findings.filter(({ level }: { level: string }) => level === 'error')).toEqual([])
  const broken = await zicha('lint', file('table.docx', 'not a Word file'))
  expect([broken.code, broken.out]).toEqual([2, ''])
})

test('what read answered can be kept in a file and scored', async () => {
  const table = fileURLToPath(new URL('../../../forms/yangzhou-2022/table.docx', import.meta.url))
  const reading = file('reading.json', (await zicha('read', table, '--json')).out)
  const path = file('facts.json', { year: 2022, facts: { '2.1': ['2022-03-10', '2022-12-08'] } })
  const { code, out } = await zicha('score', '--form', reading, '--facts', path, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ form: 'reading', total: 1 })
})

test('a cap that does nothing is worth ending with 1', async () => {
  const path = file('form.yaml', formText.replace('{ count: 2, per: year }', '{ count: 1, per: year }'))
  const { code, out } = await zicha('lint', path, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out).findings).toMatchObject([{ level: 'warning', where: '3.1' }])
})

test('a file that is no form at all is bad input', async () => {
  expect((await zicha('lint', file('form.yaml', 'a: [1,'))).code).toBe(2)
  expect((await zicha('score', '--form', file('form.json', '[]'), '--facts', file('f.json', '{}'))).code).toBe(2)
})

test('the help names every command', async () => {
  const { code, out } = await zicha('--help')
  expect(code).toBe(0)
  expect(out).toContain('zicha score')
  expect((await zicha('score', '--help')).out).toContain('--batch')
})

test('the program itself starts, answers and ends with its code', async () => {
  const bin = fileURLToPath(new URL('../bin/zicha.mjs', import.meta.url))
  const run = promisify(execFile)
  const path = file('facts.json', { year: 2022, facts: { '18.3': 4 } })
  const { stdout } = await run(process.execPath, [bin, 'score', '--form', 'yangzhou-2022', '--facts', path, '--json'])
  expect(JSON.parse(stdout).total).toBe(2)
  await expect(run(process.execPath, [bin, 'sing'])).rejects.toMatchObject({ code: 2, stdout: '' })
})

test('entries reads an old list as the contract says', async () => {
  const path = file('活动.txt', '日期\t内容\t人数\t备注\n3月15日下午\t支委会暨意识形态研判\t9人\t记录本P21\n3月中旬\t运动会\t\t\n')
  const { code, out, err } = await zicha('entries', path, '--year', '2022', '--json')
  expect([code, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual({
    entries: [
      { happenedOn: '2022-03-15', title: '支委会暨意识形态研判', countsAs: ['支委会', '意识形态研判'], reference: '记录本P21', people: 9, source: { row: 2 } },
      { happenedOn: null, title: '运动会', countsAs: [], source: { row: 3 } },
    ],
    findings: [{ level: 'warning', where: '第3行', message: '“3月中旬”没有说清是哪一天，日期先空着。请补上是哪一天。' }],
  })
})

test('entries says what stays behind, and no name of a person', async () => {
  const path = file('主持.txt', '日期\t活动\t主持人\t参加人员\n3.15\t支委会\t王丽\t42\n')
  const { code, out } = await zicha('entries', path, '--year', '2022')
  expect([code, out]).toEqual([0, '共1条\n  2  2022-03-15  支委会  支委会  42人\n没有带来：主持人。记录里只记人数，不记姓名。\n'])
  expect(JSON.parse((await zicha('entries', path, '--year', '2022', '--json')).out)).toEqual({
    entries: [{ happenedOn: '2022-03-15', title: '支委会', countsAs: ['支委会'], people: 42, source: { row: 2 } }],
    findings: [],
  })
})

test('entries without --json is read by a person, and what cannot be read is one line', async () => {
  const path = file('活动.txt', '3.15 支委会 5人 记录本P3\n')
  expect((await zicha('entries', path, '--year', '2022')).out).toBe('共1条\n  1  2022-03-15  支委会  支委会  5人  记录本P3\n')
  expect(await zicha('entries', path, '--year', '22')).toMatchObject({ code: 2, out: '' })
  expect(await zicha('entries', path)).toMatchObject({ code: 2, out: '' })
  const { code, err } = await zicha('entries', file('空.txt', ''), '--year', '2022', '--json')
  expect([code, err]).toEqual([2, '空.txt：文件是空的，里面没有内容。请核对是不是放错了文件。\n'])
})
