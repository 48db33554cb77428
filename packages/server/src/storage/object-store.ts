import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { oneAtATime } from './one-at-a-time.ts'
import { StorageFault } from './storage.ts'
import type { Storage } from './storage.ts'

/** An S3-compatible store: MinIO, Ceph, and those of the clouds. */
export type ObjectStoreOptions = {
  /** The bucket's own address: `https://host/bucket` or `https://bucket.host`. */
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly region: string
  /** How long the store may take until it answers, in milliseconds. */
  readonly patience?: number
}

/** The bucket may hold other things beside. */
const prefix = 'evidence/'

/**
 * Files as objects `evidence/ab/abcdef…`. A file is kept once the store has said so and then answers its exact size; what
 * it has cut is as good as not there. Whatever hinders a call is a StorageFault `gone`: the same call again is safe.
 */
export const objectStore = (options: ObjectStoreOptions): Storage => {
  const { patience = 30_000 } = options
  const client = new AwsClient({ accessKeyId: options.key, secretAccessKey: options.secret, region: options.region, service: 's3', retries: 0 })
  const bucket = options.url.replace(/\/+$/, '')
  const alone = oneAtATime()

  const addressOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a name in the store is a SHA-256 in lower-case hex')
    return `${bucket}/${prefix}${sha256.slice(0, 2)}/${sha256}`
  }
  /** One signed call and one more where the store stumbled; its answer, whatever its status below 500. */
  const call = async (url: string, init: RequestInit = {}): Promise<Response> => {
    for (let attempt = 1; ; attempt += 1) {
      // Until it answers: how long its bytes then take is up to whoever reads them.
      const silence = new AbortController()
      const timer = setTimeout(() => silence.abort(), patience)
      try {
        const response = await client.fetch(url, { ...init, signal: silence.signal })
        if (response.status < 500) return response
        await response.body?.cancel()
        throw new Error(`the store of files answers ${response.status}`)
      } catch (error) {
        if (attempt === 2) throw new StorageFault('gone', error)
      } finally {
        clearTimeout(timer)
      }
    }
  }
  const done = async (response: Response): Promise<void> => {
    await response.body?.cancel()
    if (!response.ok) throw new StorageFault('gone', new Error(`the store of files answers ${response.status}`))
  }
  const look = async (sha256: string): Promise<{ readonly size: number; readonly keptAt: Date } | undefined> => {
    const response = await call(addressOf(sha256), { method: 'HEAD' })
    if (response.status === 404) return undefined
    await done(response)
    return { size: Number(response.headers.get('content-length') ?? -1), keptAt: new Date(response.headers.get('last-modified') ?? 0) }
  }
  const has = async (sha256: string, size: number): Promise<boolean> => (await look(sha256))?.size === size

  return {
    has,
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const size = bytes.byteLength
      await alone(sha256, async () => {
        // The hash is signed with the call: a store that got other bytes refuses them. Sent also where it is there
        // already, so that it is young again.
        await done(await call(addressOf(sha256), { method: 'PUT', body: new Uint8Array(bytes), headers: { 'x-amz-content-sha256': sha256 } }))
        if (!(await has(sha256, size))) throw new StorageFault('gone', new Error('the store of files kept another size'))
      })
      return { sha256, size }
    },
    find: async (sha256, size) => {
      const response = await call(addressOf(sha256))
      if (response.status === 404) return undefined
      if (!response.ok || response.body === null) throw new StorageFault('gone', new Error(`the store of files answers ${response.status}`))
      if (Number(response.headers.get('content-length') ?? -1) === size) return Readable.fromWeb(response.body as never)
      await response.body.cancel()
      return undefined
    },
    list: async function* () {
      let after: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after === undefined ? {} : { 'continuation-token': after }) })
        const response = await call(`${bucket}?${query.toString()}`)
        if (!response.ok) await done(response)
        const page = readListing(await response.text())
        yield* page.files
        after = page.next
      } while (after !== undefined)
    },
    remove: (sha256, keptBefore) =>
      alone(sha256, async () => {
        const found = await look(sha256)
        // The store tells whole seconds: within one, it counts as kept again.
        if (found !== undefined && keptBefore !== undefined && found.keptAt.getTime() + 1000 > keptBefore.getTime()) return false
        if (found !== undefined) await done(await call(addressOf(sha256), { method: 'DELETE' }))
        return true
      }),
  }
}

type Listed = { readonly sha256: string; readonly size: number; readonly keptAt: Date }

/** ListObjectsV2 as far as it is needed. Names are hex by themselves, so nothing in them is escaped. */
const readListing = (xml: string): { readonly files: readonly Listed[]; readonly next: string | undefined } => {
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, one = '']): Listed[] => {
    const sha256 = /<Key>[^<]*\/([0-9a-f]{64})<\/Key>/.exec(one)?.[1]
    const size = /<Size>(\d+)<\/Size>/.exec(one)?.[1]
    const keptAt = /<LastModified>([^<]+)<\/LastModified>/.exec(one)?.[1]
    return sha256 === undefined || size === undefined || keptAt === undefined ? [] : [{ sha256, size: Number(size), keptAt: new Date(keptAt) }]
  })
  const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1]
  return { files, next: next?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') }
}
