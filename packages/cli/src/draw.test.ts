import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CommandProblem } from './command.ts'
import { draw } from './draw.ts'

const folder = mkdtempSync(join(tmpdir(), 'zicha-draw-'))
afterAll(() => rmSync(folder, { recursive: true }))

const list = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const run = async (...args: readonly string[]): Promise<string> => {
  const said: string[] = []
  const output = {
    write: async (text: string) => {
      said.push(text)
    },
  }
  expect(await draw.run(args, output)).toBe(0)
  return said.join('')
}

const ten = list('ten.txt', Array.from({ length: 10 }, (_, index) => `school-${index}\n`).join(''))

test('a seed and a list give the units that anybody gets from sha256sum', async () => {
  const answer = JSON.parse(await run('--seed', '20261124', '--count', '3', ten, '--json'))
  expect(answer.drawn).toEqual(['school-3', 'school-5', 'school-6'])
  expect(answer.units).toHaveLength(10)
  expect(JSON.parse(await run('--seed', '20261124', '--share', '25', ten, '--json')).drawn).toEqual(answer.drawn)
})

test('by hand: the SHA-256 of seed, newline and code, smallest first', async () => {
  const codes = Array.from({ length: 20 }, (_, index) => `校-${index}`)
  const byHand = codes
    .map((code) => ({ code, digest: createHash('sha256').update(`08 17 22\n${code}`).digest('hex') }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1))
    .slice(0, 5)
    .map(({ code }) => code)
    .sort()
  expect(JSON.parse(await run('--seed', '08 17 22', '--count', '5', list('twenty.txt', codes.join('\n')), '--json')).drawn).toEqual(byHand)
})

test('a second column is the stratum, and the answer in words says how it was drawn', async () => {
  const strata = list('strata.txt', 'a 小学\nb\t小学\nc,初中\nd，初中\n')
  const said = await run('--seed', '7', '--count', '2', strata)
  expect(said).toContain('SHA-256')
  expect(said).toContain('小学：2个单位，抽1个')
  expect(said.match(/抽中/gu)).toHaveLength(3)
})

test('what cannot be drawn is said in one line', async () => {
  await expect(run('--count', '3', ten)).rejects.toThrow(CommandProblem)
  await expect(run('--seed', '1', ten)).rejects.toMatchObject({ line: expect.stringContaining('请写一个') as string })
  await expect(run('--seed', '1', '--count', 'x', ten)).rejects.toMatchObject({ line: expect.stringContaining('写的是“x”') as string })
  await expect(run('--seed', '1', '--count', '11', ten)).rejects.toMatchObject({ line: expect.stringContaining('共10个单位') as string })
})
