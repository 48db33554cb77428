import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum, toPoints } from '../points.ts'
import { parseForm } from '../form/schema.ts'
import { countByStage } from './count-by-stage.ts'
import { lostByItem } from './lost-by-item.ts'
import { stages } from '../assessment/stage.ts'

const award = (id: string, points: number) => ({
  id,
  points,
  title: '有',
  source: '有',
  parts: [{ kind: 'award', points, condition: '有' }],
})
const parsed = parseForm({
  id: 'two',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 5,
  sections: [{ no: 1, name: '一', points: 5, items: [1, 2] }],
  items: [
    { no: 1, section: 1, points: 2, duty: '', clause: '有' },
    { no: 2, section: 1, points: 3, duty: '', clause: '有' },
  ],
  criteria: [award('1.1', 2), award('2.1', 3)],
})
if (!parsed.ok) throw new Error('form not read')
const { form } = parsed

test('a draft in which nothing is answered has not been started', () => {
  const counts = countByStage([
    { stage: 'draft', answered: 0 },
    { stage: 'draft', answered: 3 },
    { stage: 'submitted', answered: 60 },
    { stage: 'submitted', answered: 0 },
  ])
  expect(counts).toMatchObject({ notStarted: 1, draft: 1, submitted: 2, frozen: 0 })
})

test('every unit is counted once, whatever its stage', () => {
  const row = fc.record({ stage: fc.constantFrom(...stages), answered: fc.nat(60) })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(Object.values(countByStage(rows)).reduce((a, b) => a + b, 0)).toBe(rows.length)
    }),
  )
})

test('an item shows how many units lost on it and how much in all', () => {
  const units = [[1.5, 3], [2, 2.5], [0.5, 3]].map((scores) =>
    scores.map((score, index) => ({ no: index + 1, score: toPoints(score) })),
  )
  expect(lostByItem(form, units)).toEqual([
    { no: 1, max: 2000, units: 3, unitsThatLost: 2, share: 2 / 3, lost: 2000 },
    { no: 2, max: 3000, units: 3, unitsThatLost: 1, share: 1 / 3, lost: 500 },
  ])
})

test('an item that nobody answered counts for nothing', () => {
  expect(lostByItem(form, [[{ no: 1, score: toPoints(2) }]])[1]).toMatchObject({ units: 0, share: 0, lost: 0 })
})

test('what all units lost is what is missing from their totals', () => {
  const scores = fc.tuple(fc.nat(4), fc.nat(6)).map((halves) => halves.map((half) => toPoints(half / 2)))
  fc.assert(
    fc.property(fc.array(scores), (all) => {
      const units = all.map((unit) => unit.map((score, index) => ({ no: index + 1, score })))
      const missing = all.length * 5000 - sum(all.flat())
      expect(sum(lostByItem(form, units).map((item) => item.lost))).toBe(missing)
    }),
  )
})
