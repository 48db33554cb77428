import { expect, test } from 'vitest'
import { zipStored } from './zip-stored.ts'

const textAt = (zip: Uint8Array, at: number, length: number): string => new TextDecoder().decode(zip.subarray(at, at + length))

test('a stored zip bears UTF-8 names, the right sums and sizes, and a directory that points at its parts', () => {
  // The sum of these nine digits is the check value that the CRC-32 of zip files is published with.
  const contents = ['123456789', '内容'.repeat(50)]
  const parts = ['待上传.txt', 'photo.jpg'].map((name, index) => ({ name, bytes: new TextEncoder().encode(contents[index]) }))
  const zip = zipStored(parts)
  const view = new DataView(zip.buffer)
  const end = zip.length - 22
  expect([view.getUint32(end, true), view.getUint16(end + 10, true)]).toEqual([0x06054b50, 2])
  let at = view.getUint32(end + 16, true)
  expect(at + view.getUint32(end + 12, true)).toBe(end)
  expect(view.getUint32(at + 16, true)).toBe(0xcbf43926)
  for (const [index, { name, bytes }] of parts.entries()) {
    const length = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    expect([view.getUint32(at, true), view.getUint16(at + 8, true), view.getUint32(at + 24, true)]).toEqual([0x02014b50, 0x0800, bytes.length])
    expect([view.getUint32(local, true), view.getUint32(local + 14, true)]).toEqual([0x04034b50, view.getUint32(at + 16, true)])
    expect([textAt(zip, at + 46, length), textAt(zip, local + 30, length)]).toEqual([name, name])
    expect(textAt(zip, local + 30 + length, bytes.length)).toBe(contents[index])
    at += 46 + length
  }
})
