import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  clamp,
  formatPoints,
  isExact,
  least,
  pointsFromThousandths,
  share,
  subtract,
  sum,
  times,
  toDecimal,
  toPoints,
  zero,
} from './points.ts'

const thousandths = fc.integer({ min: -1_000_000, max: 1_000_000 })
const points = thousandths.map(pointsFromThousandths)

test('a tenth and two tenths are three tenths', () => {
  expect(toDecimal(add(toPoints(0.1), toPoints(0.2)))).toBe(0.3)
  expect(toDecimal(sum([0.1, 0.2, 0.3, 0.4].map(toPoints)))).toBe(1)
  expect(toDecimal(times(toPoints(0.1), 3))).toBe(0.3)
  expect(toDecimal(subtract(toPoints(0.3), toPoints(0.1)))).toBe(0.2)
})

test('a decimal of at most three places goes there and back', () => {
  fc.assert(
    fc.property(thousandths, (count) => {
      expect(toPoints(count / 1000)).toBe(count)
    }),
  )
  fc.assert(
    fc.property(points, (one) => {
      expect(toPoints(toDecimal(one))).toBe(one)
    }),
  )
})

test('what cannot be held exactly is known', () => {
  expect([0, 0.5, 0.125, 100, 2.675].map(isExact)).toEqual([true, true, true, true, true])
  expect([0.0001, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY].map(isExact)).toEqual([false, false, false, false])
})

test('the order of adding does not matter', () => {
  fc.assert(
    fc.property(fc.array(points), (all) => {
      expect(sum(all.toReversed())).toBe(sum(all))
    }),
  )
})

test('clamped points lie between nothing and their maximum', () => {
  fc.assert(
    fc.property(points, fc.nat({ max: 1_000_000 }).map(pointsFromThousandths), (one, most) => {
      const held = clamp(one, most)
      expect(held).toBeGreaterThanOrEqual(0)
      expect(held).toBeLessThanOrEqual(most)
      if (one >= 0 && one <= most) expect(held).toBe(one)
    }),
  )
})

test('the lesser of two is one of them', () => {
  expect(least(toPoints(1), toPoints(2))).toBe(toPoints(1))
  expect(least(toPoints(2), zero)).toBe(zero)
})

test('a share is written to a hundredth of a point', () => {
  expect(toDecimal(share(toPoints(2), 1 / 3))).toBe(0.67)
  expect(toDecimal(share(toPoints(2), 1))).toBe(2)
})

test('points are written with no more decimals than they need', () => {
  expect([2.5, 3, 0.25, 97.5, 0].map((one) => formatPoints(toPoints(one)))).toEqual(['2.5', '3', '0.25', '97.5', '0'])
})
