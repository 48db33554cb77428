import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const rows = readFileSync(join(root, 'docs/goals.md'), 'utf8').split('\n').filter((line) => /^\| \d/u.test(line))

test('Each of the twenty goals says what measures it, or that this was not done', () => {
  const numbers = rows.map((row) => Number(/^\| (\d+)/u.exec(row)?.[1]))
  expect([...new Set(numbers)]).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(rows.filter((row) => !/`[a-z].*\.ts`|\(H\).*not done|the same test/u.test(row))).toEqual([])
})

test('Whatever is named as a measure of a goal is there', () => {
  const named = rows.flatMap((row) => [...row.matchAll(/`([\w/.-]+\.ts)`((?:(?!`).)*)/gu)].map(([, file = '', after = '']) => ({ file, titles: [...after.matchAll(/“([^”]+)”/gu)].map(([, title]) => title ?? '') })))
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter(({ file }) => !existsSync(join(root, file)))).toEqual([])
  const absent = named.flatMap(({ file, titles }) => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'")
    return titles.filter((title) => !text.includes(title)).map((title) => `${file}: ${title}`)
  })
  expect(absent).toEqual([])
})
