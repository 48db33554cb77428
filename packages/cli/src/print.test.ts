import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'zicha-print-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)

const file = (name: string, content: string | Uint8Array | object): string => {
  const raw = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(at(name), raw ? content : JSON.stringify(content))
  return at(name)
}

const print = async (...args: readonly string[]) => {
  const said: string[] = []
  const complaints: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => complaints.push(String(text)) > 0)
  const output = { write: async (text: string) => void said.push(text) }
  const code = await main(['print', '--form', 'yangzhou-2022', ...args], output).finally(() => spy.mockRestore())
  return { code, out: said.join(''), err: complaints.join('') }
}

const result = {
  unit: '云溪小学',
  date: '2022-12-18',
  selfScores: { 1: 2, 2: 2.5 },
  inspectionScores: { 1: 2 },
  remarks: { 2: '计划晚于三月' },
  inspectors: ['王丽'],
}

test.each([
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['pdf', '%PDF-'],
])('print writes the filled table as %s', async (ending, head) => {
  const out = at(`a.${ending}`)
  const { code, err, out: said } = await print('--result', file('r.json', result), '--out', out, '--json')
  expect([code, err]).toEqual([0, ''])
  const bytes = readFileSync(out)
  expect(bytes.subarray(0, head.length).toString()).toBe(head)
  expect(JSON.parse(said)).toEqual({ form: 'yangzhou-2022', out, size: bytes.length })
})

test.each([
  ['a score above its maximum', { ...result, selfScores: { 18: 13 } }, '第18条最多12分，填了13分。请填0到12之间的数。'],
  ['an item that the form has not', { ...result, remarks: { 31: '有' } }, '表里没有第31条'],
  ['30 February', { ...result, date: '2022-02-30' }, '不是日历上的一天'],
  ['an unknown member', { ...result, score: 1 }, '没有“score”这一项'],
  ['a score in words', { ...result, selfScores: { 1: '两分' } }, 'selfScores的第1条要写分数'],
  ['a name that is no item', { ...result, selfScores: { 'a.1': 1 } }, '不是条目号'],
  ['a list for the scores', { ...result, selfScores: [1] }, '以条目号为名'],
  ['a number for the unit', { ...result, unit: 5 }, 'unit要写成文字'],
  ['inspectors in one string', { ...result, inspectors: '王丽' }, 'inspectors要写成一列姓名'],
  ['no object', '[]', '要写成'],
  ['no JSON', '{', '不是完整的JSON'],
])('%s is said in one line, and nothing is written', async (_, content, sentence) => {
  const out = at('never.docx')
  const { code, out: said, err } = await print('--result', file('bad.json', content), '--out', out)
  expect([code, said]).toEqual([2, ''])
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(existsSync(out)).toBe(false)
})

test('a template that is no Word table is refused, and another kind of file, too', async () => {
  const given = file('r.json', result)
  const picture = file('t.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  expect((await print('--result', given, '--out', at('never.docx'), '--template', picture)).err).toContain('不是Word表')
  expect((await print('--result', given, '--out', at('a.txt'))).err).toContain('只能写成.docx、.pdf或.xlsx')
  expect((await print('--result', given, '--out', join(folder, 'nowhere', 'a.pdf'))).err).toContain('写不进去')
  expect((await print('--result', given)).err).toContain('缺少参数--out')
})
