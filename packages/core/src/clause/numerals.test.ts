import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral } from './numerals.ts'

test('Chinese and mixed numerals are read as the numbers they say', () => {
  const said: readonly (readonly [string, number])[] = [['零点五', 0.5], ['半', 0.5], ['一点五', 1.5], ['两', 2], ['十', 10], ['十二', 12], ['二十', 20], ['三十五', 35], ['一百', 100], ['一百零五', 105], ['1.5', 1.5], ['12', 12], ['0. 5', 0.5]]
  for (const [text, value] of said) expect(readNumeral(text), text).toBe(value)
})

test('what is no numeral is undefined', () => {
  for (const text of ['', '分', '点五', '十点', '每']) expect(readNumeral(text), text).toBeUndefined()
})

test('every whole number up to 199 is read back from its Chinese form', () => {
  const signs = '零一二三四五六七八九'
  const tens = (value: number): string => `${value >= 20 ? signs[Math.floor(value / 10)] : ''}${value >= 10 ? '十' : ''}${value % 10 === 0 && value > 0 ? '' : signs[value % 10]}`
  const say = (value: number): string => (value < 100 ? tens(value) : `一百${value === 100 ? '' : value < 110 ? `零${signs[value - 100]}` : (value - 100 < 20 ? '一' : '') + tens(value - 100)}`)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 199 }), (value) => {
      expect(readNumeral(say(value)), say(value)).toBe(value)
    }),
  )
})
