import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsFromThousandths, sum, toPoints } from '../points.ts'
import { spreadItemScore } from './spread-item-score.ts'

const share = (id: string, score: number, max: number) => ({ id, score: toPoints(score), max: toPoints(max) })

test('what the paper has less is taken from the last criterion first, what it has more goes to the first with room', () => {
  const criteria = [share('2.1', 1, 2), share('2.2', 1, 1)]
  expect(spreadItemScore(criteria, toPoints(1.5))).toEqual([share('2.1', 1, 2), share('2.2', 0.5, 1)])
  expect(spreadItemScore(criteria, toPoints(3))).toEqual([share('2.1', 2, 2), share('2.2', 1, 1)])
  expect(spreadItemScore(criteria, toPoints(2))).toEqual(criteria)
})

const anyShare = fc.integer({ min: 0, max: 12_000 }).chain((max) =>
  fc.record({ max: fc.constant(max), score: fc.integer({ min: 0, max }) }),
)

test('the criteria always sum to the mark of the paper, each within its own bounds', () => {
  fc.assert(
    fc.property(fc.array(anyShare, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (shares, part) => {
      const criteria = shares.map(({ max, score }, index) => ({ id: `1.${index}`, max: pointsFromThousandths(max), score: pointsFromThousandths(score) }))
      const wanted = pointsFromThousandths(Math.floor(sum(criteria.map(({ max }) => max)) * part))
      const spread = spreadItemScore(criteria, wanted)
      expect(sum(spread.map(({ score }) => score))).toBe(wanted)
      for (const { score, max } of spread) expect(score >= 0 && score <= max).toBe(true)
    }),
  )
})
