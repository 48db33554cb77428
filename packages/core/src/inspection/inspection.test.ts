import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseForm } from '../form/schema.ts'
import { toPoints } from '../points.ts'
import { checkMark } from './check-mark.ts'
import { compare } from './compare.ts'
import type { ItemMark } from './inspection.ts'
import { mergeInspection, scoreOfItem } from './merge.ts'

const parsed = parseForm({
  id: 'three',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 12,
  sections: [{ no: 1, name: '一', points: 12, items: [5, 14, 24] }],
  items: [
    { no: 5, section: 1, points: 5, duty: '', clause: '有计划得1分；每月学习得4分，少一次扣1分。' },
    { no: 14, section: 1, points: 4, duty: '', clause: '发现1人次扣1分。' },
    { no: 24, section: 1, points: 3, duty: '', clause: '申报得1分，省级得3分。' },
  ],
  criteria: [
    { id: '5.1', points: 1, title: '学习计划', source: '有计划得1分', parts: [{ kind: 'award', points: 1, condition: '有计划' }] },
    {
      id: '5.2',
      points: 4,
      title: '集中学习',
      source: '每月学习得4分，少一次扣1分',
      parts: [
        { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '集中学习' },
        {
          kind: 'shortfall',
          required: { count: 1, per: 'month' },
          deduct_each: 1,
          what: '党小组会',
          onlyIf: { field: 'partyGroups', above: 0 },
        },
      ],
    },
    {
      id: '14.1',
      points: 4,
      title: '组织关系',
      source: '发现1人次扣1分',
      parts: [{ kind: 'per_occurrence', deduct_each: 1, cap: 4, unit: '人次', condition: '没有及时接转组织关系' }],
    },
    {
      id: '24.1',
      points: 3,
      title: '一校一品',
      source: '申报得1分，省级得3分',
      parts: [{ kind: 'tiers', levels: [{ label: '申报', points: 1 }, { label: '省级', points: 3 }], combine: 'max' }],
    },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
const { form } = parsed

const mark = (inspector: string, item: number, score: number): ItemMark => ({ inspector, item, score: toPoints(score) })

test('equal marks are the score, marks that differ give none and name the gap', () => {
  const inspection = mergeInspection(form, [mark('王', 5, 4), mark('李', 5, 4), mark('王', 14, 4), mark('李', 14, 3)])
  expect(inspection.items.map((item) => item.kind)).toEqual(['agreed', 'differing', 'open'])
  expect(inspection.items[1]).toMatchObject({ difference: 1000 })
  expect(inspection).toMatchObject({ total: 4000, complete: false })
})

test('a settled score wins over the marks, and completes the column', () => {
  const marks = [mark('王', 5, 4), mark('王', 14, 4), mark('李', 14, 3), mark('王', 24, 3)]
  const inspection = mergeInspection(form, marks, [{ item: 14, score: toPoints(3.5), reason: '商定' }])
  expect(inspection).toMatchObject({ total: 10_500, complete: true })
})

test('the order in which inspectors send their marks changes nothing', () => {
  const marks = fc.array(fc.tuple(fc.constantFrom('王', '李', '赵'), fc.constantFrom(5, 14, 24), fc.nat(6)))
  fc.assert(
    fc.property(marks, (all) => {
      const given = all.map(([inspector, item, half]) => mark(inspector, item, half / 2))
      const forward = mergeInspection(form, given)
      const backward = mergeInspection(form, given.toReversed())
      expect(backward.total).toBe(forward.total)
      expect(backward.items.map(scoreOfItem)).toEqual(forward.items.map(scoreOfItem))
    }),
  )
})

test('a mark above the item, or unlike the self score without a reason, is refused with a sentence', () => {
  expect(checkMark(form, { item: 5, score: 6 }, undefined)[0]?.message).toBe(
    '第5条最多5分，填了6分。请填0到5之间的数。',
  )
  expect(checkMark(form, { item: 5, score: 4 }, toPoints(5))).toMatchObject([{ code: 'inspection.reason_needed' }])
  expect(checkMark(form, { item: 5, score: 4, reason: '缺9月' }, toPoints(5))).toEqual([])
  expect(checkMark(form, { item: 5, score: 5 }, toPoints(5))).toEqual([])
  expect(checkMark(form, { item: 7, score: 1 }, undefined)).toMatchObject([{ code: 'inspection.unknown_item' }])
})

test('self and inspection stand side by side with their difference', () => {
  const inspection = mergeInspection(form, [mark('王', 5, 4), mark('王', 14, 4), mark('李', 14, 3)])
  const self = [
    { no: 5, score: toPoints(5), answered: true },
    { no: 14, score: toPoints(4), answered: true },
    { no: 24, score: toPoints(0), answered: false },
  ]
  const compared = compare(self, inspection)
  expect(compared.items[0]).toEqual({ no: 5, max: 5000, self: 5000, inspection: 4000, difference: -1000 })
  expect(compared.items[2]).toEqual({ no: 24, max: 3000 })
  expect(compared).toMatchObject({ differing: [5], disputed: [14], open: [24] })
})
