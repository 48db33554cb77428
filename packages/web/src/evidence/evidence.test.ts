import { expect, test, vi } from 'vitest'
import { hashBytes } from './hash-bytes.ts'
import { fitWithin } from './draw-small.ts'
import { sizeWords } from './size-words.ts'

test('a photo is never enlarged and keeps its shape', () => {
  expect(fitWithin(4032, 3024, 1920)).toEqual({ width: 1920, height: 1440 })
  expect(fitWithin(3024, 4032, 1920)).toEqual({ width: 1440, height: 1920 })
  expect(fitWithin(800, 600, 1920)).toEqual({ width: 800, height: 600 })
  expect(fitWithin(30000, 10, 1920)).toEqual({ width: 1920, height: 1 })
})

test('the hash is the same with and without the browser’s own digest', async () => {
  const bytes = new TextEncoder().encode('abc')
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(await hashBytes(bytes)).toBe(expected)
  vi.stubGlobal('crypto', { subtle: undefined })
  expect(await hashBytes(bytes)).toBe(expected)
  vi.unstubAllGlobals()
})

test('sizes are said in the unit a phone says them in', () => {
  expect(sizeWords(312 * 1024 * 1024)).toBe('312MB')
  expect(sizeWords(340_000)).toBe('0.3MB')
  expect(sizeWords(2_000)).toBe('2KB')
})
