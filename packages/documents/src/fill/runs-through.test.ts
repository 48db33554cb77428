import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsThrough } from './runs-through.ts'

test.each([
  ['少一次扣1分，扣完2分为止。', '少一次扣1分，扣完2分为止。'],
  ['少一次扣1分，扣完2分为止。', '少一次扣1分（参照去年）,扣1分，扣完2分为止。另讲'],
  ['得1分；得2分。', '得1分（必须至少1次）；得2分。（会上讲）'],
  ['', '什么都可以'],
])('%s runs through %s', (official, published) => {
  expect(runsThrough(official, published)).toBe(true)
})

test.each([
  ['得1分', '得10分'],
  ['得1分', '得0.1分'],
  ['扣5分', '扣0.5分'],
  ['得0.5分', '得05分'],
  ['少一次扣1分', '缺一次扣1分'],
  ['甲乙', '乙甲'],
  ['甲', ''],
])('%s does not run through %s', (official, published) => {
  expect(runsThrough(official, published)).toBe(false)
})

test('a wording with words put between any two letters still runs through', () => {
  const words = fc.array(fc.constantFrom('甲', '乙', '丙', '得', '分', '；'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom('（说明）', '另讲', '每年3月'), (letters, at, advice) => {
      const place = at % (letters.length + 1)
      const published = [...letters.slice(0, place), advice, ...letters.slice(place)].join('')
      expect(runsThrough(letters.join(''), published)).toBe(true)
    }),
  )
})
