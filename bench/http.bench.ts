/** Reading and writing entries over HTTP against a bare server that runs the same SQL on a copy of the same store. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres, startPostgres } from '../scripts/postgres.mjs'
import { median, perSecond, type Bench, type Measure } from './measure.ts'
import type { Statement } from './record-statements.ts'
import type { Recorded } from './recorded-sql.ts'
import { adminPassword, makeFolder, startProgram, startServer, type RunningServer } from './running-server.ts'
import { rateOfAnswers, requestOf, type Sender } from './send-requests.ts'

const clerkPassword = 'clerk-of-the-measure-2026'
const ground = '/api/v1/rounds/2022/units/measured'
const connections = 8
const turns = 5
const eachTurn = 1500
const warmUp = 6000

const call = async (address: string, token: string, method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as Readonly<Record<string, unknown>>
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}

const signIn = async (address: string, username: string, password: string): Promise<string> =>
  String((await call(address, '', 'POST', '/sessions', { username, password, as: 'token' }))['token'])

const entry = (day: number) => ({
  countsAs: ['集中学习'],
  title: '班子集中学习',
  happenedOn: `2022-03-${String(1 + (day % 28)).padStart(2, '0')}`,
  note: '学习全面从严治党主体责任规定，逐条对照检查。'.repeat(6),
  people: 9,
  evidence: [{ reference: '记录本第12页', place: '党建办' }],
})

const put = (token: string, id: string, day: number): Buffer =>
  requestOf('PUT', `${ground}/entries/${id}`, { authorization: `Bearer ${token}` }, JSON.stringify(entry(day)))

/** One bureau, one school, one clerk, one round, twenty entries: through the contract, as an office sets it up. */
const fill = async (address: string): Promise<string> => {
  const admin = await signIn(address, 'admin', adminPassword)
  await call(address, admin, 'PUT', '/units/office', { name: '教育局', kind: 'bureau' })
  await call(address, admin, 'PUT', '/units/measured', { name: '实验小学', kind: 'school', parent: 'office', ownership: 'public' })
  await call(address, admin, 'PUT', '/users/measurer', { name: '王丽', role: 'clerk', unit: 'measured', password: clerkPassword })
  await call(address, admin, 'PUT', '/rounds/2022', { form: 'yangzhou-2022', year: 2022, opensOn: '2022-01-01', dueOn: '2022-12-25', units: ['measured'], inspectors: {} })
  const clerk = await signIn(address, 'measurer', clerkPassword)
  for (let day = 0; day < 20; day += 1) await call(address, clerk, 'PUT', `/rounds/2022/units/measured/entries/${randomUUID()}`, entry(day))
  return clerk
}

/** The SQL that one request runs: what the file of statements grows by, without what opened a connection. */
const statementsOf = async (file: string, request: () => Promise<unknown>): Promise<readonly Statement[]> => {
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : [])
  const before = lines().length
  await request()
  return lines().slice(before).map((line) => JSON.parse(line) as Statement).filter(({ sql }) => !/^\s*pragma/i.test(sql))
}

type Place = { readonly folder: string; readonly databaseUrl?: string }
type Recording = { readonly recorded: Recorded; readonly token: string }

const record = async ({ folder, databaseUrl }: Place, file: string): Promise<Recording> => {
  const server = await startServer(folder, { recordInto: file, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  try {
    const token = await fill(server.address)
    const id = randomUUID()
    const path = '/rounds/2022/units/measured/entries'
    await call(server.address, token, 'GET', `${path}?limit=20`)
    const read = await statementsOf(file, () => call(server.address, token, 'GET', `${path}?limit=20`))
    const write = await statementsOf(file, () => call(server.address, token, 'PUT', `${path}/${id}`, entry(7)))
    return { recorded: { read, write, id }, token }
  } finally {
    await server.stop()
  }
}

const startBare = (copy: string, recorded: string): Promise<RunningServer> =>
  startProgram(join(import.meta.dirname, 'bare-server.ts'), { ZICHA_BENCH_DATABASE: copy, ZICHA_BENCH_RECORDED: recorded })

const compare = async (what: string, ours: RunningServer, bare: RunningServer, sender: () => Sender, detail: string): Promise<Measure> => {
  const rates = { ours: [] as number[], bare: [] as number[] }
  // Both have been compiled by their runtime before the clock counts: a server runs for months, not for seconds.
  for (const server of [ours, bare]) await rateOfAnswers(server.address, sender(), connections, warmUp)
  for (let turn = 0; turn < turns; turn += 1) {
    rates.ours.push(await rateOfAnswers(ours.address, sender(), connections, eachTurn))
    rates.bare.push(await rateOfAnswers(bare.address, sender(), connections, eachTurn))
  }
  const ratio = median(rates.ours) / median(rates.bare)
  return {
    what,
    against: `node:http with the same SQL: ${detail}`,
    ours: perSecond(median(rates.ours)),
    theirs: perSecond(median(rates.bare)),
    ratio,
    line: 'at least 0.50',
    holds: ratio >= 0.5,
  }
}

const databaseIn = (folder: string): string => {
  const name = readdirSync(folder).find((one) => one.endsWith('.db') || one.endsWith('.sqlite'))
  if (name === undefined) throw new Error(`the data folder holds no database: ${readdirSync(folder).join(', ')}`)
  return join(folder, name)
}

/** Both servers beside each other, on one engine; `copyOf` makes the second store from the first. */
const measure = async (engine: string, place: Place, beside: string, copyOf: () => Promise<string>): Promise<readonly Measure[]> => {
  const running: RunningServer[] = []
  try {
    const { recorded, token } = await record(place, join(beside, 'statements.jsonl'))
    const file = join(beside, 'recorded.json')
    writeFileSync(file, JSON.stringify(recorded))
    const bare = await startBare(await copyOf(), file)
    running.push(bare)
    const ours = await startServer(place.folder, place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl })
    running.push(ours)
    const get = requestOf('GET', `${ground}/entries?limit=20`, { authorization: `Bearer ${token}` })
    let day = 0
    const reading = () => ({ next: () => get, expect: 200 })
    const writing = () => ({ next: () => put(token, randomUUID(), (day += 1)), expect: 201 })
    return [
      await compare(`HTTP read of 20 entries, ${engine}`, ours, bare, reading, `${recorded.read.length} statements`),
      await compare(`HTTP write of one entry, ${engine}`, ours, bare, writing, `${recorded.write.length} statements`),
    ]
  } finally {
    for (const server of running) await server.stop()
  }
}

const onEmbedded = async (): Promise<readonly Measure[]> => {
  const { folder, remove } = makeFolder()
  const beside = makeFolder()
  try {
    return await measure('embedded', { folder }, beside.folder, () => {
      const copy = join(beside.folder, 'copy.db')
      copyFileSync(databaseIn(folder), copy)
      return Promise.resolve(copy)
    })
  } finally {
    remove()
    beside.remove()
  }
}

const onPostgresql = async (): Promise<readonly Measure[]> => {
  const { folder, remove } = makeFolder()
  const beside = makeFolder()
  const server = await startPostgres({ durable: true })
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  const at = (name: string): string => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  try {
    await ask('create database ours')
    return await measure('PostgreSQL', { folder, databaseUrl: at('ours') }, beside.folder, async () => {
      await ask('create database bare template ours')
      return at('bare')
    })
  } finally {
    await server.stop()
    remove()
    beside.remove()
  }
}

export const bench: Bench = {
  name: 'http',
  run: async () => {
    const embedded = await onEmbedded()
    if (findPostgres() !== undefined) return [...embedded, ...(await onPostgresql())]
    return [...embedded, { what: 'HTTP on PostgreSQL', against: 'not measured: no PostgreSQL is installed here', ours: '', theirs: '' }]
  },
}
