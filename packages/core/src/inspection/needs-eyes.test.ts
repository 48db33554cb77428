import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eyesReasons, orderByEyes } from './needs-eyes.ts'
import type { ItemToSee } from './needs-eyes.ts'

const item = (no: number, change: Partial<ItemToSee> = {}): ItemToSee => ({
  no, differing: false, override: false, claimed: false, unanswered: false, records: [], ...change,
})
const record = (change: Partial<ItemToSee['records'][number]> = {}) => ({ evidence: 1, missing: 0, late: false, ...change })

test('what was claimed without a record is named, what lies there to be looked at is not', () => {
  expect(eyesReasons(item(1, { claimed: true }))).toEqual(['no_record'])
  expect(eyesReasons(item(1, { claimed: true, records: [record()] }))).toEqual([])
  expect(eyesReasons(item(1, { records: [record(), record({ evidence: 2, missing: 2, late: true })] }))).toEqual(['no_evidence', 'late'])
  expect(eyesReasons(item(1, { differing: true, override: true, unanswered: true }))).toEqual(['differing', 'override', 'unanswered'])
})

test('differences come first, then own scores, claims, records without evidence, late ones, and the rest as on paper', () => {
  const items = [item(1), item(2, { records: [record({ late: true })] }), item(3, { claimed: true }), item(4, { differing: true }), item(5, { override: true }), item(6)]
  expect(orderByEyes(items)).toEqual([4, 5, 3, 2, 1, 6])
  expect(orderByEyes(items, new Set([1, 2]))).toEqual([2, 1, 4, 5, 3, 6])
})

const anyItems = fc.uniqueArray(
  fc.record({
    no: fc.integer({ min: 1, max: 60 }),
    differing: fc.boolean(),
    override: fc.boolean(),
    claimed: fc.boolean(),
    unanswered: fc.boolean(),
    records: fc.array(fc.record({ evidence: fc.nat(3), missing: fc.nat(3), late: fc.boolean() }), { maxLength: 3 }),
  }),
  { selector: ({ no }) => no },
)

test('every item comes once, own duties before all others, and what needs eyes before what does not', () => {
  fc.assert(
    fc.property(anyItems, fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (items, mine) => {
      const own = new Set(mine)
      const order = orderByEyes(items, own)
      expect([...order].sort((a, b) => a - b)).toEqual(items.map(({ no }) => no).sort((a, b) => a - b))
      const isOwn = order.map((no) => own.size === 0 || own.has(no))
      expect(isOwn.lastIndexOf(true)).toBeLessThan(isOwn.includes(false) ? isOwn.indexOf(false) + (isOwn.includes(true) ? 0 : 1) : Infinity)
      for (const group of [true, false]) {
        const needs = order.filter((_, index) => isOwn[index] === group).map((no) => eyesReasons(items.find((one) => one.no === no) ?? item(no)).length > 0)
        if (needs.includes(false)) expect(needs.slice(needs.indexOf(false)).includes(true)).toBe(false)
      }
    }),
  )
})
