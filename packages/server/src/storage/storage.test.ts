import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, truncate, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3Server } from '../testing/s3-server.ts'
import type { S3Server } from '../testing/s3-server.ts'
import { openFolderStore } from './folder-store.ts'
import { objectStore } from './object-store.ts'
import type { Storage } from './storage.ts'

/** A store with what a test may do behind its back. */
type Tried = {
  readonly store: Storage
  readonly cut: (sha256: string, size: number) => Promise<void>
  readonly age: (sha256: string, to: Date) => Promise<void>
  readonly close: () => Promise<void>
}

const folder = async (): Promise<Tried> => {
  const path = await mkdtemp(join(tmpdir(), 'zicha-store-'))
  const fileOf = (sha256: string) => join(path, sha256.slice(0, 2), sha256)
  return {
    store: await openFolderStore(path),
    cut: (sha256, size) => truncate(fileOf(sha256), size),
    age: (sha256, to) => utimes(fileOf(sha256), to, to),
    close: () => rm(path, { recursive: true, force: true }),
  }
}

const objects = async (): Promise<Tried> => {
  const server: S3Server = await startS3Server()
  const find = (sha256: string) => {
    const found = server.objects.get(`evidence/${sha256.slice(0, 2)}/${sha256}`)
    if (found === undefined) throw new Error(`${sha256} is not there`)
    return found
  }
  return {
    store: objectStore(server),
    cut: async (sha256, size) => {
      find(sha256).bytes = find(sha256).bytes.subarray(0, size)
    },
    age: async (sha256, to) => {
      find(sha256).keptAt = to
    },
    close: async () => {
      expect(server.refused).toEqual([])
      await server.stop()
    },
  }
}

const read = async (stream: AsyncIterable<unknown> | undefined): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

describe.each([['a folder', folder], ['an object store', objects]] as const)('%s', (_, open) => {
  let tried: Tried
  beforeAll(async () => {
    tried = await open()
  })
  afterAll(() => tried.close())

  test('bytes come back as they were, under their hash', async () => {
    const bytes = randomBytes(100_000)
    const kept = await tried.store.put(bytes)
    expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 100_000 })
    expect((await read(await tried.store.find(kept.sha256, kept.size))).equals(bytes)).toBe(true)
    expect(await tried.store.has(kept.sha256, kept.size)).toBe(true)
  })

  test('equal bytes are kept once, also when they come at the same moment', async () => {
    const bytes = randomBytes(10_000)
    const kept = await Promise.all(Array.from({ length: 8 }, () => tried.store.put(bytes)))
    expect(new Set(kept.map((one) => one.sha256)).size).toBe(1)
    const names: string[] = []
    for await (const { sha256 } of tried.store.list()) names.push(sha256)
    expect(names.filter((name) => name === kept[0]?.sha256)).toHaveLength(1)
  })

  test('everything that is kept is listed, over as many pages as it takes', async () => {
    const kept = await Promise.all(Array.from({ length: 9 }, () => tried.store.put(randomBytes(30))))
    const listed = new Map<string, number>()
    for await (const { sha256, size, keptAt } of tried.store.list()) {
      listed.set(sha256, size)
      expect(Math.abs(Date.now() - keptAt.getTime())).toBeLessThan(60_000)
    }
    for (const { sha256, size } of kept) expect(listed.get(sha256)).toBe(size)
  })

  test('bytes that were cut short are not served, and the same bytes mend them', async () => {
    const bytes = randomBytes(5_000)
    const { sha256, size } = await tried.store.put(bytes)
    await tried.cut(sha256, 1_000)
    expect(await tried.store.has(sha256, size)).toBe(false)
    expect(await tried.store.find(sha256, size)).toBeUndefined()
    await tried.store.put(bytes)
    expect((await read(await tried.store.find(sha256, size))).equals(bytes)).toBe(true)
  })

  test('what was never kept is not there, and only a hash is a name', async () => {
    expect(await tried.store.find('ab'.repeat(32), 4)).toBeUndefined()
    expect(await tried.store.has('ab'.repeat(32), 4)).toBe(false)
    await expect(tried.store.find('../../etc/passwd', 1)).rejects.toThrow(TypeError)
  })

  test('what is removed is gone, once and again', async () => {
    const { sha256, size } = await tried.store.put(randomBytes(10))
    expect(await tried.store.remove(sha256)).toBe(true)
    expect(await tried.store.has(sha256, size)).toBe(false)
    expect(await tried.store.remove(sha256)).toBe(true)
  })

  test('bytes that were kept again are young again: whoever removes what is old leaves them', async () => {
    const bytes = randomBytes(10)
    const { sha256, size } = await tried.store.put(bytes)
    const since = new Date(Date.now() - 30 * 86_400_000)
    await tried.age(sha256, new Date('2026-01-01T00:00:00Z'))
    await tried.store.put(bytes)
    expect(await tried.store.remove(sha256, since)).toBe(false)
    expect(await tried.store.has(sha256, size)).toBe(true)
    await tried.age(sha256, new Date('2026-01-01T00:00:00Z'))
    expect(await tried.store.remove(sha256, since)).toBe(true)
    expect(await tried.store.has(sha256, size)).toBe(false)
  })
})
