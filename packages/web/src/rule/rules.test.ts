import { parseForm, rules } from '@zicha/core'
import type { FormPart, Kind } from '@zicha/core'
import { expect, test } from 'vitest'
import { changeKind } from './change-kind.ts'
import { partFault } from './part-faults.ts'

const kinds = Object.keys(rules) as readonly Kind[]
const award: FormPart = { kind: 'award', points: 2, condition: '有年度计划', fedBy: [] }

/** A form that holds one rule, as the server would read it. */
const isKnown = (part: FormPart): boolean =>
  parseForm({
    id: 'one',
    title: '一张表',
    edition: '试',
    columns: ['内容', '细则'],
    totalRow: '总分',
    total: 2,
    sections: [{ no: 1, name: '一', points: 2, items: [1] }],
    items: [{ no: 1, section: 1, points: 2, duty: '', clause: '有年度计划得2分' }],
    criteria: [{ id: '1.1', points: 2, title: '计划', source: '有年度计划得2分', parts: [part] }],
  }).ok

const fill = (value: unknown): unknown =>
  typeof value === 'number' && Number.isNaN(value)
    ? 1
    : Array.isArray(value)
      ? value.map(fill)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]))
        : value

test.each(kinds)('any rule can become %s, and once its numbers are filled in it is a rule of a form', (kind) => {
  for (const from of kinds) {
    const part = changeKind(changeKind(award, from, 2), kind, 2)
    expect(part.kind).toBe(kind)
    expect(isKnown(fill(part) as FormPart), `${from} → ${kind}`).toBe(true)
  }
})

test('a rule that lacks a number or a word says so in a sentence', () => {
  expect(partFault(award)).toBeUndefined()
  expect(partFault(changeKind(award, 'shortfall', 2))).toContain('数没有填好')
  expect(partFault({ ...award, condition: ' ' })).toContain('字没有填')
})

test('the words go along when the kind is changed, and only a count keeps what feeds it', () => {
  const counted: FormPart = { kind: 'shortfall', required: { count: 4, per: 'year' }, deduct_each: 0.5, what: '党课', fedBy: ['党课'] }
  expect(changeKind(counted, 'award', 2)).toEqual({ kind: 'award', points: 2, condition: '党课', fedBy: [] })
  expect(changeKind(counted, 'per_occurrence', 2)).toMatchObject({ deduct_each: 0.5, condition: '党课', fedBy: [] })
})
