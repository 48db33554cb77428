import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CommandProblem } from './command.ts'
import { rule } from './rule.ts'

const folder = mkdtempSync(join(tmpdir(), 'zicha-rule-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = async (...args: readonly string[]): Promise<string> => {
  let said = ''
  await rule.run(args, {
    write: async (text) => {
      said += text
    },
  })
  return said
}

test('one clause is answered with its parts and what stayed unread', async () => {
  expect(JSON.parse(await run('每少一次扣1分，扣完为止；其他单位按平均分得分。', '--points', '3', '--json'))).toEqual({
    parts: [{ kind: 'shortfall', deduct_each: 1, what: '每少一次', cap: 3 }],
    unread: ['其他单位按平均分得分'],
  })
})

test('a batch is answered line by line, in order, as one by one', async () => {
  const clauses = [
    { id: 'a', text: '未建立制度的，扣2分' },
    { id: 'b', text: '达到要求得1分，否则不得分。', points: 1 },
    { id: 'c', text: '按有关规定扣分' },
  ]
  const path = join(folder, 'clauses.jsonl')
  writeFileSync(path, clauses.map((one) => JSON.stringify(one)).join('\n'))
  const lines = (await run('--batch', path, '--json')).trim().split('\n').map((line) => JSON.parse(line) as object)
  expect(lines.map((line) => ('id' in line ? line.id : undefined))).toEqual(['a', 'b', 'c'])
  const alone = await Promise.all(clauses.map(async ({ id, text, points }) => ({ id, ...(JSON.parse(await run(text, '--json', ...(points === undefined ? [] : ['--points', String(points)]))) as object) })))
  expect(lines).toEqual(alone)
})

test('bad points, a missing clause and a broken line are said with their place', async () => {
  await expect(run('扣1分', '--points', 'x')).rejects.toThrow(CommandProblem)
  await expect(run('--json')).rejects.toThrow(CommandProblem)
  const path = join(folder, 'broken.jsonl')
  writeFileSync(path, '{"id":"a","text":"扣1分"}\n{"id":"b"}\n')
  await expect(run('--batch', path, '--json')).rejects.toMatchObject({ line: expect.stringContaining('第2行') as string })
})
