import { expect, test } from 'vitest'
import { inspectedTotal } from './inspected-total.ts'

const items = (...scores: readonly (number | null)[]) => scores.map((score) => ({ score }))

test('a total that leaves items out says so, one of all items stands alone, and without a mark there is none', () => {
  expect(inspectedTotal({ total: 79.5, items: items(40, 39.5) })).toBe('79.5分')
  expect(inspectedTotal({ total: 79, items: items(79, null) })).toBe('79分（1条未定，没有计入）')
  expect(inspectedTotal({ total: null, items: items(null, null) })).toBeNull()
})
