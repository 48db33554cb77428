import { expect, test } from 'vitest'
import { neighbour, nextOpen } from './next-item.ts'

const numbers = [1, 2, 3, 4]

test('after the last item the first open one comes', () => {
  expect(nextOpen(numbers, (no) => no === 1 || no === 3, 3)).toBe(1)
  expect(nextOpen(numbers, (no) => no > 2, 2)).toBe(3)
})

test('an item is never its own next one, and with all seen there is none', () => {
  expect(nextOpen(numbers, (no) => no === 3, 3)).toBeNull()
  expect(nextOpen(numbers, () => false, 3)).toBeNull()
  expect(nextOpen(numbers, () => true, null)).toBe(1)
})

test('before the first and after the last there is nothing', () => {
  expect(neighbour(numbers, 1, -1)).toBeNull()
  expect(neighbour(numbers, 2, 1)).toBe(3)
  expect(neighbour(numbers, 4, 1)).toBeNull()
})
