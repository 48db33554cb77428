import { expect, test } from 'vitest'
import { averageOf, countSentence, groupUnits, lostText, orderItems, shareWords } from './loss-words.ts'
import type { LossCount, LossItem, LossStanding, LossUnit } from './loss-words.ts'

const count = (units: number, lost: number, points: number): LossCount => ({ units, lost, points, unanswered: 0, notApplicable: 0 })
const item = (no: number, self: LossCount): LossItem => ({ no, name: '集中学习', section: 1, duty: '', max: 6, self, inspection: count(0, 0, 0) })
const at = (lost: number, more: Partial<LossStanding> = {}): LossStanding => ({ status: 'scored', score: 6 - lost, lost, open: 0, ...more })
const unit = (code: string, self: LossStanding): LossUnit => ({ unit: code, name: `${code}小学`, stage: 'submitted', self, inspection: at(0) })

test('the sentence says of how many, and what the average is of', () => {
  expect(countSentence(count(3, 2, 1.5), 'self')).toBe('3所有自查得分，2所失分，占67%，共失1.5分，平均每所0.5分。')
  expect(countSentence(count(3, 0, 0), 'inspection')).toBe('3所有检查得分，都没有失分。')
  expect(countSentence(count(0, 0, 0), 'inspection')).toBe('还没有学校有检查得分。')
  expect(averageOf(count(3, 1, 1))).toBe(0.33)
  expect(countSentence(count(1500, 1, 0.1), 'self'), 'what rounds to nothing is not said').toBe('1500所有自查得分，1所失分，占0%，共失0.1分。')
})

test('a share is a word where it is no number', () => {
  expect([count(0, 0, 0), count(4, 0, 0), count(4, 1, 1)].map(shareWords)).toEqual(['—', '没有', '25%'])
})

test('items stand as the form has them until somebody asks for those with most losses first', () => {
  const items = [item(1, count(4, 1, 1)), item(2, count(0, 0, 0)), item(3, count(4, 3, 1)), item(4, count(4, 1, 9))]
  expect(orderItems(items, 'self', false)).toBe(items)
  expect(orderItems(items, 'self', true).map(({ no }) => no)).toEqual([3, 1, 4, 2])
})

test('each school stands in one place, by code', () => {
  const units = [unit('a', at(1, { open: 1 })), unit('b', at(0, { open: 1 })), unit('c', at(0)), unit('d', at(0, { status: 'not_applicable' })), unit('e', at(0, { status: 'unanswered', score: null })), unit('f', at(2))]
  const { lost, open, notApplicable } = groupUnits(units, 'self')
  expect([lost, open, notApplicable].map((some) => some.map((one) => one.unit))).toEqual([['a', 'f'], ['b', 'e'], ['d']])
  expect(lostText({ no: 5, name: '集中学习' }, lost, 'self')).toBe('第5条（集中学习）按自查得分失分的2所：a小学失1分，f小学失2分。')
})
