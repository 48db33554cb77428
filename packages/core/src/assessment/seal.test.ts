import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, seal, verificationCode, type Json } from './seal.ts'

test('the example of RFC 8785 section 3.2.2 has its published form', () => {
  const snapshot = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"/',
    literals: [null, true, false],
  }
  expect(canonicalText(snapshot)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('the hash of a known text is the published SHA-256, and the code its first twelve digits', () => {
  expect(seal({}).hash).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  expect(seal({}).code).toBe('4413-6FA3-55B3')
  expect(verificationCode('7f3a91c208deaaaa')).toBe('7F3A-91C2-08DE')
})

test('the order of members changes no seal, and any other value does', () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(seal({ a, b })).toEqual(seal({ b, a }))
      expect(seal({ a }).hash).not.toBe(seal({ a, b: 0 }).hash)
    }),
  )
})
