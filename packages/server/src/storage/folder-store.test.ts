import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolderStore } from './folder-store.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zicha-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = async (stream: AsyncIterable<unknown> | undefined): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('bytes come back as they were, under their hash', async () => {
  const store = await openFolderStore(folder)
  const bytes = randomBytes(100_000)
  const kept = await store.put(bytes)
  expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 100_000 })
  expect((await read(await store.find(kept.sha256, kept.size))).equals(bytes)).toBe(true)
})

test('equal bytes are kept once, also when they come at the same moment', async () => {
  const store = await openFolderStore(folder)
  const bytes = randomBytes(10_000)
  const kept = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
  expect(new Set(kept.map((one) => one.sha256)).size).toBe(1)
  const names: string[] = []
  for await (const { sha256 } of store.list()) names.push(sha256)
  expect(names.filter((name) => name === kept[0]?.sha256)).toHaveLength(1)
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
})

test('a file that is cut short is not served, and the same bytes mend it', async () => {
  const store = await openFolderStore(folder)
  const bytes = randomBytes(5_000)
  const { sha256, size } = await store.put(bytes)
  await truncate(join(folder, sha256.slice(0, 2), sha256), 1_000)
  expect(await store.has(sha256, size)).toBe(false)
  expect(await store.find(sha256, size)).toBeUndefined()
  await store.put(bytes)
  expect((await read(await store.find(sha256, size))).equals(bytes)).toBe(true)
})

test('what a dead process left half written is cleared at the next start and was never served', async () => {
  await openFolderStore(folder)
  await writeFile(join(folder, 'tmp', 'left-over'), 'half')
  const store = await openFolderStore(folder)
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
  expect(await store.find('ab'.repeat(32), 4)).toBeUndefined()
})

test('only a hash is a name', async () => {
  const store = await openFolderStore(folder)
  await expect(store.find('../../etc/passwd', 1)).rejects.toThrow(TypeError)
})

test('what is removed is gone', async () => {
  const store = await openFolderStore(folder)
  const { sha256, size } = await store.put(randomBytes(10))
  expect(await store.remove(sha256)).toBe(true)
  expect(await store.has(sha256, size)).toBe(false)
})

test('bytes that were kept again are young again: whoever removes what is old leaves them', async () => {
  const store = await openFolderStore(folder)
  const bytes = randomBytes(10)
  const { sha256, size } = await store.put(bytes)
  const old = new Date('2026-01-01T00:00:00Z')
  await utimes(join(folder, sha256.slice(0, 2), sha256), old, old)
  const since = new Date('2026-06-01T00:00:00Z')
  await store.put(bytes)
  expect(await store.remove(sha256, since)).toBe(false)
  expect(await store.has(sha256, size)).toBe(true)
  await utimes(join(folder, sha256.slice(0, 2), sha256), old, old)
  expect(await store.remove(sha256, since)).toBe(true)
  expect(await store.has(sha256, size)).toBe(false)
})
