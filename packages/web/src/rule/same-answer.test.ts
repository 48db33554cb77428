import { expect, test } from 'vitest'
import { isChosen, sameAnswer } from './same-answer.ts'

test('no level reached is the same answer whether it came back as null or as false', () => {
  expect(sameAnswer(null, false)).toBe(true)
  expect(sameAnswer(null, undefined)).toBe(false)
  expect(sameAnswer('省级', '省级')).toBe(true)
})

test('a question that is said not to apply has no other choice chosen', () => {
  const question = { key: '15.1', criterion: '15.1' }
  expect(isChosen({ '15.1': true }, question, { value: true, inapplicable: false })).toBe(true)
  expect(isChosen({ '15.1': { applicable: false } }, question, { value: { applicable: false }, inapplicable: true })).toBe(true)
  expect(isChosen({ '15.1': true }, question, { value: { applicable: false }, inapplicable: true })).toBe(false)
})

test('nothing is chosen before anybody answered', () => {
  expect(isChosen({ '2.2': false }, { key: '2.2', criterion: '2.2' }, { value: undefined, inapplicable: false })).toBe(false)
})
