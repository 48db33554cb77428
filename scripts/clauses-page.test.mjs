import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formFromTable, readClause, rules } from '@zicha/core'
import { expect, test } from 'vitest'
import { root } from './runtime.mjs'

const page = readFileSync(join(root, 'docs', 'clauses.zh.md'), 'utf8')

/** @param {string} heading @returns {readonly (readonly string[])[]} the rows of the table under a heading */
const rowsUnder = (heading) => {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
}

/** @param {string} written */
const clauseIn = (written) => {
  const found = /^(.*)（([\d.]+)分）$/.exec(written)
  if (found === null) throw new Error(`no points stand behind: ${written}`)
  return { text: found[1] ?? '', points: Number(found[2]) }
}

/** What the review screen would say of it. @param {string} text @param {number} points */
const sayReading = (text, points) => {
  const { parts, unread } = readClause(text, points)
  if (unread.length > 0) return '读不懂'
  if (parts.some(({ rule }) => rule.kind === 'shortfall' && rule.required === undefined)) return '缺次数'
  return parts.length === 0 ? '没有给分办法' : parts.map(({ rule }) => rules[rule.kind].name).join('；')
}

const good = rowsUnder('写得好的')
const bad = rowsUnder('不好读的')

test('both tables of the page are found', () => {
  expect([good.length >= 13, bad.length >= 8]).toEqual([true, true])
})

test.each(good)('the good example “%s” is read as %s', (written, said) => {
  const { text, points } = clauseIn(written)
  expect(sayReading(text, points)).toBe(said)
})

test('the good examples show every kind of rule', () => {
  const shown = new Set(good.flatMap(([, said = '']) => said.split('；')))
  expect([...shown].sort()).toEqual(Object.values(rules).map((rule) => rule.name).sort())
})

test.each(bad)('the bad example “%s” is read as the page says, and “%s” is the better: %s', (written, said, better) => {
  const { text, points } = clauseIn(written)
  expect(sayReading(text, points)).toBe(said)
  const remedy = sayReading(better, points)
  const { form, findings } = formFromTable({
    title: '',
    columns: ['标准'],
    sections: [{ no: 1, name: '一' }],
    rows: [{ no: 1, section: 1, points, duty: '', clause: better, where: '' }],
  })
  expect([remedy, findings]).not.toContain('读不懂')
  expect(findings).toEqual([])
  expect(form.criteria).not.toEqual([])
})
