import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { tokenHash } from '../accounts/authenticate.ts'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Database, Engine } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { openPostgresql } from '../database/postgresql.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { startWorker } from '../jobs/run-jobs.ts'
import { works } from '../works.ts'
import { openStorage } from '../storage/open-storage.ts'
import { judgeSentence } from './judge-sentence.ts'
import { people, units } from './people.ts'
import type { Username } from './people.ts'
import { createTestDatabase } from './postgresql.ts'

/**
 * The app in this process, on one engine, with the cast of people.ts signed in.
 *
 *   forEachEngine((engine) => {
 *     const house = useHouse(engine)
 *     test('a clerk records what happened', async () => {
 *       const answer = await house.as('alice').put('/rounds/2026/units/yucai/entries/…', { … })
 *       expect(answer.status).toBe(201)
 *     })
 *   })
 */
export const forEachEngine = (tests: (engine: Engine) => void): void => {
  for (const engine of ['embedded', 'postgresql'] as const) describe(`on ${engine}`, () => tests(engine))
}

export type Answer = {
  readonly status: number
  /** Parsed JSON, or null. */
  readonly body: JsonValue
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly etag: string | undefined
}
// A test looks into an answer by name; what is not there makes its expectation fail.
export type JsonValue = ReturnType<typeof JSON.parse>

export type Client = {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>
  readonly put: (path: string, body: unknown, options?: PutOptions) => Promise<Answer>
  readonly post: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>
  readonly delete: (path: string, options?: PutOptions) => Promise<Answer>
}
type Headers = Readonly<Record<string, string>>
type PutOptions = { readonly ifMatch?: number | string; readonly headers?: Headers }

export type House = {
  readonly engine: Engine
  readonly services: Services
  readonly database: Database
  readonly app: FastifyInstance
  /** A person of the cast, by Bearer token. */
  readonly as: (username: Username) => Client
  /** Anybody, by headers of your own: none, a cookie, a wrong token. */
  readonly asStranger: (headers?: Headers) => Client
  /** The clock that the server reads; a test moves it. Starts at 2026-11-24T08:00:00Z (16:00 in Shanghai). */
  readonly setClock: (instant: string) => void
  /** Resolves when the worker has nothing left to do. */
  readonly jobsDone: () => Promise<void>
  readonly close: () => Promise<void>
}

export type HouseOptions = {
  /** Variables of the environment beside the usual. */
  readonly env?: Readonly<Record<string, string>>
  /** A folder of built pages, where a test has its own. */
  readonly pages?: string
  /** False: no unit and nobody, as after the first start. */
  readonly filled?: boolean
}

/** A house for the tests of this block: opened before them, closed and removed after. */
export const useHouse = (engine: Engine, options: HouseOptions = {}): House => {
  let opened: House | undefined
  beforeAll(async () => {
    opened = await openHouse(engine, options)
  }, 30_000)
  afterAll(async () => {
    await opened?.close()
  }, 30_000)
  const house = (): House => {
    if (opened === undefined) throw new Error('the house is open only inside its tests')
    return opened
  }
  return {
    engine,
    get services() {
      return house().services
    },
    get database() {
      return house().database
    },
    get app() {
      return house().app
    },
    as: (username) => house().as(username),
    asStranger: (headers) => house().asStranger(headers),
    setClock: (instant) => house().setClock(instant),
    jobsDone: () => house().jobsDone(),
    close: () => house().close(),
  }
}

export const openHouse = async (engine: Engine, options: HouseOptions = {}): Promise<House> => {
  const folder = await mkdtemp(join(tmpdir(), 'zicha-test-'))
  const remote = engine === 'postgresql' ? await createTestDatabase() : undefined
  const database =
    remote === undefined ? openEmbedded(join(folder, 'zicha.db')) : openPostgresql(remote.url, () => undefined)
  await migrate(database)
  const config = readConfig({ ZICHA_DATA: folder, ...options.env })
  let clock = new Date('2026-11-24T08:00:00.000Z')
  const services: Services = {
    database,
    storage: await openStorage(config),
    config,
    now: () => clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  }
  const tokens = options.filled === false ? new Map<string, string>() : await fill(database, clock)
  const app = await buildApp({ services, checkAnswers: true, ...(options.pages === undefined ? {} : { pages: options.pages }) })
  await app.ready()
  const worker = await startWorker(services, works)
  return {
    engine,
    services,
    database,
    app,
    as: (username) => clientOf(app, { authorization: `Bearer ${tokens.get(username) ?? 'nobody-of-this-house-yet'}` }),
    asStranger: (headers = {}) => clientOf(app, headers),
    setClock: (instant) => {
      clock = new Date(instant)
    },
    jobsDone: () => worker.idle(),
    close: async () => {
      await worker.stop()
      await app.close()
      await database.close()
      await remote?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Units, people and one token each, written straight into the tables: the roads to them have tests of their own. */
const fill = (database: Database, now: Date): Promise<Map<string, string>> =>
  write(database, async (trx) => {
    const tokens = new Map<string, string>()
    await trx
      .insertInto('units')
      .values(units.map((unit) => ({ ...unit, profile: '{}', version: 1 })))
      .execute()
    for (const [username, { name, role, unit, bureau }] of Object.entries(people)) {
      const token = randomBytes(32).toString('base64url')
      tokens.set(username, token)
      await trx
        .insertInto('users')
        .values({
          bureau, username, name, role, unit, active: 1, password_hash: null, last_sign_in_at: null, version: 1,
        })
        .execute()
      await trx
        .insertInto('sessions')
        .values({
          bureau,
          token_hash: tokenHash(token),
          username,
          kind: 'token',
          created_at: now.toISOString(),
          last_seen_at: now.toISOString(),
          // Tests move the clock by years; the ends of sessions have tests of their own.
          expires_at: '2999-01-01T00:00:00.000Z',
        })
        .execute()
    }
    return tokens
  })

/** Whatever is refused, in any test, is refused in a sentence that a person can be shown. */
const expectKindWords = (body: unknown): void => {
  if (typeof body !== 'object' || body === null || !('detail' in body) || !('code' in body) || typeof body.detail !== 'string') return
  expect(judgeSentence(body.detail)).toEqual([])
}

const clientOf = (app: FastifyInstance, own: Headers): Client => {
  const send = async (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    body: unknown,
    headers: Headers = {},
  ): Promise<Answer> => {
    const request: InjectOptions = { method, url: `/api/v1${path}`, headers: { ...own, ...headers } }
    if (body instanceof Uint8Array) {
      request.payload = Buffer.from(body)
      request.headers = { 'content-type': 'application/octet-stream', ...request.headers }
    } else if (body !== undefined) {
      request.payload = typeof body === 'string' ? body : JSON.stringify(body)
      request.headers = { 'content-type': 'application/json', ...request.headers }
    }
    const response = await app.inject(request)
    const isJson = String(response.headers['content-type']).includes('json') && response.body !== ''
    const parsed = JSON.parse(`{"body":${isJson ? response.body : 'null'}}`) as Pick<Answer, 'body'>
    const etag = response.headers.etag
    expectKindWords(parsed.body)
    return {
      ...parsed,
      status: response.statusCode,
      bytes: response.rawPayload,
      headers: response.headers,
      etag: typeof etag === 'string' ? etag : undefined,
    }
  }
  const changing = (options: PutOptions = {}): Headers => ({
    ...options.headers,
    ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
  })
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    put: (path, body, options) => send('PUT', path, body, changing(options)),
    post: (path, body, headers) => send('POST', path, body, headers),
    delete: (path, options) => send('DELETE', path, undefined, changing(options)),
  }
}
