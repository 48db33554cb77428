import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsSpokenOf, readReasons, writeReasons } from './return-reasons.ts'

test('reasons are written an item a line, in the order of the form', () => {
  const text = writeReasons({ whole: '整体不错，改两处再交。', items: [{ no: 18, text: '缺三季度党课' }, { no: 5, text: '9月的照片\n是8月的' }] })
  expect(text).toBe('整体不错，改两处再交。\n第5条：9月的照片 是8月的\n第18条：缺三季度党课')
})

test('an item left empty is not mentioned', () => {
  expect(writeReasons({ whole: '', items: [{ no: 5, text: '  ' }] })).toBe('')
})

test('a reason written elsewhere is about the whole', () => {
  expect(readReasons('请核对日期。第5条也看一下。')).toEqual({ whole: '请核对日期。第5条也看一下。', items: [] })
})

test('a free sentence names its items, once each and in the order of the form', () => {
  expect(itemsSpokenOf('第5条7月没有记录，第4条没有讲稿；第5条请补。')).toEqual([4, 5])
})

test('what was written is read again', () => {
  const line = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '')
  const whole = line.filter((text) => !/^第\d{1,3}条[：:]/u.test(text))
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(whole, numbers, line, (about, nos, text) => {
      const reasons = { whole: about, items: nos.map((no) => ({ no, text })) }
      expect(readReasons(writeReasons(reasons))).toEqual(reasons)
    }),
  )
})
