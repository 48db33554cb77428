import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countForShare, drawUnits } from './draw.ts'
import type { Draw, DrawUnit } from './draw.ts'

const draw = (seed: string, units: readonly DrawUnit[], count: number): Draw => {
  const answer = drawUnits({ seed, units, count })
  if ('findings' in answer) throw new Error(answer.findings.map(({ message }) => message).join(' '))
  return answer
}

const school = (index: number): DrawUnit => ({ code: `school-${index}` })
const schools = (count: number): readonly DrawUnit[] => Array.from({ length: count }, (_, index) => school(index))

const stratified = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}$/u), { minLength: 1, maxLength: 40 })
  .chain((codes) =>
    fc.tuple(
      fc.constant(codes),
      fc.array(fc.constantFrom('小学', '初中', '幼儿园'), { minLength: codes.length, maxLength: codes.length }),
      fc.integer({ min: 1, max: codes.length }),
      fc.stringMatching(/^[0-9]{1,10}$/u),
    ),
  )
  .map(([codes, strata, count, seed]) => ({ units: codes.map((code, index): DrawUnit => ({ code, stratum: strata[index] ?? '' })), count, seed }))

test('a known draw, the one of sha256sum: whoever changes the way of drawing breaks the records that were printed', () => {
  expect(draw(' 20261124 ', schools(10), 3).drawn).toEqual(['school-3', 'school-5', 'school-6'])
})

test('the same seed draws the same, in whatever order the units come', () => {
  fc.assert(
    fc.property(stratified, ({ units, count, seed }) => {
      expect(draw(seed, units.toReversed(), count)).toEqual(draw(seed, units, count))
    }),
  )
})

test('no unit is drawn twice, and exactly so many are drawn as were asked for', () => {
  fc.assert(
    fc.property(stratified, ({ units, count, seed }) => {
      const { drawn, strata } = draw(seed, units, count)
      expect(new Set(drawn).size).toBe(count)
      expect(drawn.length).toBe(count)
      expect(drawn.every((code) => units.some((unit) => unit.code === code))).toBe(true)
      expect(strata.reduce((total, one) => total + one.drawn, 0)).toBe(count)
    }),
  )
})

test('a stratum gets its share of the number, at most one off', () => {
  fc.assert(
    fc.property(stratified, ({ units, count, seed }) => {
      for (const stratum of draw(seed, units, count).strata) {
        expect(Math.abs(stratum.drawn - (count * stratum.units) / units.length)).toBeLessThan(1)
      }
    }),
  )
})

test('over two thousand seeds every unit is drawn equally often, by chi-square', () => {
  const units = schools(20)
  const times = new Map(units.map(({ code }) => [code, 0]))
  const seeds = Array.from({ length: 2000 }, (_, index) => String(100_000 + index * 37))
  for (const seed of seeds) for (const code of draw(seed, units, 5).drawn) times.set(code, (times.get(code) ?? 0) + 1)
  const expected = (seeds.length * 5) / units.length
  const chiSquare = [...times.values()].reduce((total, seen) => total + (seen - expected) ** 2 / expected, 0)
  // 19 degrees of freedom: 99.9 % of fair draws stay below 43.8.
  expect(chiSquare).toBeLessThan(43.8)
})

test('without a seed, with too many, or with a unit named twice nothing is drawn, and it is said why', () => {
  const codesOf = (seed: string, units: readonly DrawUnit[], count: number) => {
    const answer = drawUnits({ seed, units, count })
    return 'findings' in answer ? answer.findings.map(({ code }) => code) : []
  }
  expect(codesOf('  ', schools(3), 1)).toEqual(['draw.no_seed'])
  expect(codesOf('1\n2', schools(3), 1)).toEqual(['draw.seed_lines'])
  expect(codesOf('7', schools(3), 4)).toEqual(['draw.count'])
  expect(codesOf('7', schools(3), 0.5)).toEqual(['draw.count'])
  expect(codesOf('7', [school(1), school(1)], 1)).toEqual(['draw.unit_twice'])
})

test('a share is taken up to the next whole unit', () => {
  expect([countForShare(80, 10), countForShare(81, 10), countForShare(3, 1), countForShare(3, 100)]).toEqual([8, 9, 1, 3])
})
