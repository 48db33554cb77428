import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, yucai } from '../testing/open-round.ts'
import { startS3Server } from '../testing/s3-server.ts'
import type { S3Fault, S3Server } from '../testing/s3-server.ts'
import { objectStore } from './object-store.ts'
import type { Storage } from './storage.ts'

const paper = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let server: S3Server
let store: Storage
beforeAll(async () => {
  server = await startS3Server()
  store = objectStore({ ...pick(server), patience: 500 })
})
beforeEach(() => {
  server.fault = () => undefined
})
afterAll(() => server.stop())

const pick = ({ url, key, secret, region }: S3Server) => ({ url, key, secret, region })
const faultOn = (method: string, fault: S3Fault, times = Infinity): void => {
  let left = times
  server.fault = (call) => {
    if (call.method !== method || left <= 0) return undefined
    left -= 1
    return fault
  }
}

test.each(['slow', 'refuse', 'error'] as const)('a store that is %s is said to be gone, for every call, and works again by itself', async (fault) => {
  const bytes = randomBytes(100)
  const { sha256, size } = await store.put(bytes)
  server.fault = () => fault
  const calls = [() => store.put(bytes), () => store.has(sha256, size), () => store.find(sha256, size), () => store.list()[Symbol.asyncIterator]().next(), () => store.remove(sha256)]
  for (const call of calls) await expect(call()).rejects.toMatchObject({ name: 'StorageFault', kind: 'gone' })
  server.fault = () => undefined
  expect(await store.has(sha256, size)).toBe(true)
  for (const method of ['PUT', 'HEAD', 'GET'] as const) {
    faultOn(method, fault, 1)
    expect(await store.put(bytes), `one ${fault} ${method} is passed over`).toEqual({ sha256, size })
    expect((await store.find(sha256, size))?.destroy()).toBeDefined()
  }
})

test('bytes that the store kept by half are never said to be kept', async () => {
  const bytes = randomBytes(1_000)
  faultOn('PUT', 'cut')
  await expect(store.put(bytes)).rejects.toMatchObject({ kind: 'gone' })
  server.fault = () => undefined
  expect(await store.has(hashOf(bytes), 1_000)).toBe(false)
  expect(await store.find(hashOf(bytes), 1_000)).toBeUndefined()
  await store.put(bytes)
  expect(await store.has(hashOf(bytes), 1_000)).toBe(true)
})

test('half a file is not served as a whole one, and one that breaks off ends with a fault', async () => {
  const bytes = randomBytes(200_000)
  const { sha256, size } = await store.put(bytes)
  faultOn('GET', 'cut')
  expect(await store.find(sha256, size)).toBeUndefined()
  faultOn('GET', 'break')
  const stream = await store.find(sha256, size)
  await expect((async () => {
    let got = 0
    for await (const chunk of stream ?? []) got += (chunk as Uint8Array).byteLength
    return got
  })()).rejects.toThrow('terminated')
})

test('a wrong key opens nothing', async () => {
  const stranger = objectStore({ ...pick(server), secret: 'another secret' })
  await expect(stranger.put(randomBytes(10))).rejects.toMatchObject({ kind: 'gone' })
  expect(server.refused.splice(0)).toEqual([expect.stringContaining('another signature')])
})

test('while the store is gone records are written, a photo waits with its sender, and comes in when it is sent again', async () => {
  const house = await openHouse('embedded', {
    env: { ZICHA_STORAGE_URL: server.url, ZICHA_STORAGE_KEY: server.key, ZICHA_STORAGE_SECRET: server.secret },
  })
  try {
    await openRound(house)
    const alice = house.as('alice')
    const bytes = paper('minutes')
    const at = `${yucai}/evidence/${hashOf(bytes)}`
    const entry = newEntry(yucai)
    for (const fault of ['refuse', 'error', 'cut'] as const) {
      server.fault = () => fault
      const refused = await alice.put(at, bytes)
      expect([fault, refused.status, refused.body.code, refused.body.retry, refused.headers['retry-after']]).toEqual([fault, 503, 'storage.files_unreachable', 'later', '30'])
      expect((await alice.get(at)).status, 'no row without its bytes').toBe(404)
      expect((await alice.put(entry, meeting({ evidence: [{ sha256: hashOf(bytes) }] }))).body.missing).toEqual([hashOf(bytes)])
    }
    server.fault = () => undefined
    expect((await alice.put(at, bytes)).status).toBe(201)
    expect((await alice.get(entry)).body.missing).toEqual([])
    expect((await alice.get(at)).bytes.equals(bytes)).toBe(true)
    expect((await alice.get('/storage-facts')).body.items.find((one: { kind: string }) => one.kind === 'evidence')).toMatchObject({ where: 'object_store', count: 1 })
    server.fault = () => 'error'
    expect((await alice.get(at)).status).toBe(503)
    server.fault = () => 'cut'
    expect([(await alice.get(at)).status, (await alice.get(at)).body.code]).toEqual([503, 'evidence.bytes_missing'])
    expect((await alice.get(entry)).status).toBe(200)
  } finally {
    server.fault = () => undefined
    await house.close()
  }
})
