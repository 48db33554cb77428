import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { streamZip } from './stream-zip.ts'

const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(size).fill(index)
}

test('each file comes whole under its name, and what is gone is named in words', async () => {
  const zip = await collect(
    streamZip([
      { name: '云溪小学_第5条_2026-03-11_01.jpg', open: async () => chunks(3, 1000) },
      { name: '云溪小学_第5条_2026-03-11_01.jpg', open: async () => chunks(1, 10) },
      { name: '云溪小学_第5条_2026-04-11_01.jpg', open: async () => undefined },
      { name: '../empty.jpg', open: async () => chunks(0, 0) },
    ]),
  )
  const files = unzipSync(zip)
  expect(Object.entries(files).map(([name, bytes]) => [name, bytes.length])).toEqual([
    ['云溪小学_第5条_2026-03-11_01.jpg', 3000],
    ['云溪小学_第5条_2026-03-11_01（2）.jpg', 10],
    ['__empty.jpg', 0],
    ['说明.txt', expect.any(Number)],
  ])
  expect(strFromU8(files['说明.txt'] ?? new Uint8Array())).toContain('以下1份材料登记过，但文件不在了，请核对原件：\r\n云溪小学_第5条_2026-04-11_01.jpg')
})

test('a year without files is a zip that says so', async () => {
  const files = unzipSync(await collect(streamZip([])))
  expect(strFromU8(files['说明.txt'] ?? new Uint8Array())).toContain('还没有电子材料')
})

test('no more than one piece is held, however many files there are', async () => {
  let opened = 0
  let ahead = 0
  const files = Array.from({ length: 50 }, (_, index) => ({
    name: `${index}.jpg`,
    open: async () => {
      opened += 1
      return chunks(4, 65_536)
    },
  }))
  let taken = 0
  for await (const piece of streamZip(files)) {
    taken += piece.length
    ahead = Math.max(ahead, opened * 4 * 65_536 - taken)
  }
  expect(taken).toBeGreaterThan(50 * 4 * 65_536)
  expect(ahead).toBeLessThanOrEqual(4 * 65_536)
})
