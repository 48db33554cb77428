import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CommandProblem } from './command.ts'
import { read } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'zicha-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = async (...args: readonly string[]): Promise<string> => {
  let said = ''
  await read.run(args, {
    write: async (text) => {
      said += text
    },
  })
  return said
}

const written = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const table = '消防安全检查评分表\n项目\t检查内容\t分值\t评分标准\n设施\t灭火器完好\t6\t缺少一具扣2分，失效一具扣1分\n制度\t巡查制度\t4\t未建立不得分；巡查记录每缺一天扣0.5分\n合计\t\t10\t\n'

test('a text table is answered in the shape of the contract', async () => {
  const answer = JSON.parse(await run(written('table.txt', table), '--json')) as Record<string, unknown>
  expect(Object.keys(answer)).toEqual(['title', 'total', 'sections', 'items', 'findings'])
  expect(answer).toMatchObject({
    title: '消防安全检查评分表',
    total: 10,
    sections: [{ no: 1, name: '设施', points: 6, items: [1] }, { no: 2, name: '制度', points: 4, items: [2] }],
    items: [
      { no: 1, section: 1, points: 6, criteria: [{ id: '1.1', points: 6, parts: [{ kind: 'shortfall', deduct_each: 2 }, { kind: 'per_occurrence', deduct_each: 1 }] }] },
      { no: 2, section: 2, points: 4, criteria: [{ id: '2.1', points: 4, parts: [{ kind: 'zero_if' }, { kind: 'shortfall', deduct_each: 0.5 }] }] },
    ],
  })
})

test('for people the answer names the sections and what to look at', async () => {
  const said = await run(written('people.txt', table))
  expect(said).toContain('共2条，10分')
  expect(said).toContain('没有写应有几次')
})

test('a file that holds no table is bad input with one sentence', async () => {
  await expect(run(written('letter.txt', '各单位：请按时参会。'))).rejects.toMatchObject({ line: expect.stringContaining('没有找到评分表') as string })
  await expect(run()).rejects.toThrow(CommandProblem)
})
