/**
 * The last days before a deadline, on both engines: the bureau's mix embedded, the city's on PostgreSQL. Each call is held
 * to its line in milliseconds, and set beside the same call on the idle server.
 */
import { randomUUID } from 'node:crypto'
import { findPostgres, startPostgres } from '../scripts/postgres.mjs'
import { entryOf, fillCounty, hashOf, residentOf, type County } from './load-county.ts'
import { callOnce, percentile, sendMix, type Answered, type LoadCall, type Stream } from './load-mix.ts'
import { milliseconds, numbersFrom, type Bench, type Measure } from './measure.ts'
import { makeFolder, startServer, type RunningServer } from './running-server.ts'

/** Calls a second of each kind at the peak: faults and load model of the product, section 4. */
type Rates = { readonly entries: number; readonly photos: number; readonly lists: number; readonly scores: number; readonly signIns: number; readonly documents: number }
const bureauRates: Rates = { entries: 0.5, photos: 1.5, lists: 12, scores: 4, signIns: 2, documents: 1 }
const cityRates: Rates = { entries: 8, photos: 25, lists: 225, scores: 75, signIns: 5, documents: 1 }
const seconds = 20

const lines: Readonly<Record<string, number>> = { entries: 80, lists: 120, scores: 120, progress: 300 }

const streamsOf = (county: County, rates: Rates): readonly Stream[] => {
  const random = numbersFrom(2026)
  const place = () => county.places[Math.floor(random() * county.places.length)] ?? county.places[0]
  const at = (unit: string) => `/rounds/${county.round}/units/${unit}`
  const call = (kind: string, method: string, path: string, token: string, more: Partial<LoadCall> = {}): LoadCall => ({ kind, method, path, token, ...more })
  const from = (make: (unit: string, clerk: string, turn: number) => LoadCall) => (turn: number) => {
    const { unit = '', clerk = '' } = place() ?? {}
    return make(unit, clerk, turn)
  }
  return [
    { kind: 'entries', rate: rates.entries, next: from((unit, clerk, turn) => call('entries', 'PUT', `${at(unit)}/entries/${randomUUID()}`, clerk, { body: Buffer.from(JSON.stringify(entryOf(turn))) })) },
    {
      kind: 'photos',
      rate: rates.photos,
      next: from((unit, clerk, turn) => {
        // A comment behind the end of the picture makes each one another file, as another photo would be.
        const photo = Buffer.concat([county.photos[turn % county.photos.length] ?? Buffer.alloc(0), Buffer.from(String(turn))])
        return call('photos', 'PUT', `${at(unit)}/evidence/${hashOf(photo)}`, clerk, { body: photo, type: 'image/jpeg' })
      }),
    },
    { kind: 'lists', rate: rates.lists, next: from((unit, clerk) => call('lists', 'GET', `${at(unit)}/entries?limit=20`, clerk)) },
    { kind: 'scores', rate: rates.scores, next: from((unit, clerk) => call('scores', 'GET', `${at(unit)}/score`, clerk)) },
    { kind: 'signIns', rate: rates.signIns, next: from((unit) => call('signIns', 'POST', '/sessions', '', { body: Buffer.from(JSON.stringify({ username: unit, password: 'load-of-the-measure-2026', as: 'token' })) })) },
    { kind: 'documents', rate: rates.documents, next: from((unit, clerk) => call('documents', 'GET', `${at(unit)}/document?format=docx`, clerk)) },
  ]
}

const names: Readonly<Record<string, string>> = { entries: 'a record', photos: 'a photo', lists: 'a list of 20', scores: 'a score', signIns: 'a sign-in', documents: 'a Word table' }

/** Each kind alone on the idle server, twenty times. */
const idleTimes = async (address: string, streams: readonly Stream[]): Promise<ReadonlyMap<string, number>> => {
  const times = new Map<string, number>()
  for (const { kind, next } of streams) {
    const taken: number[] = []
    for (let turn = 0; turn < 20; turn += 1) taken.push((await callOnce(address, next(1_000_000 + turn))).ms)
    times.set(kind, percentile(taken, 95))
  }
  return times
}

const measuresOf = (engine: string, rates: Rates, answers: readonly Answered[], idle: ReadonlyMap<string, number>): readonly Measure[] => {
  const faults = answers.filter(({ status }) => status === 0 || status >= 500).length
  const each = Object.entries(rates).map(([kind, rate]): Measure => {
    const p95 = percentile(answers.filter((one) => one.kind === kind).map(({ ms }) => ms), 95)
    const alone = idle.get(kind) ?? 0
    const line = lines[kind]
    return {
      what: `${names[kind] ?? kind} under load, ${engine}, 95 of 100`,
      against: `the same call on the idle server; ${rate} a second of it`,
      ours: milliseconds(p95),
      theirs: milliseconds(alone),
      ratio: alone / p95,
      ...(line === undefined ? {} : { line: `at most ${line} ms`, holds: p95 <= line }),
    }
  })
  return [...each, { what: `load, ${engine}: answers of ${answers.length} that were faults`, against: 'none at all', ours: String(faults), theirs: '0', line: 'none', holds: faults === 0 }]
}

const progressOf = async (server: RunningServer, county: County, engine: string, schools: number): Promise<Measure> => {
  const took: number[] = []
  for (let turn = 0; turn < 5; turn += 1) took.push((await callOnce(server.address, { kind: 'progress', method: 'GET', path: `/rounds/${county.round}/progress`, token: county.bureau })).ms)
  const p95 = percentile(took.slice(1), 95)
  return { what: `progress of ${schools} schools, ${engine}`, against: 'the limit for a page', ours: milliseconds(p95), theirs: '300 ms', line: 'at most 300 ms', holds: p95 <= 300 }
}

const overload = 5
const overloadSeconds = 10
const watchedSeconds = 25

/**
 * Five times the peak at once, each caller on a line of its own: some may be asked to come again, in words and with a
 * time, but nobody is cut off, and soon after it a list takes what it took.
 */
const overloadOf = async (server: RunningServer, streams: readonly Stream[], engine: string): Promise<readonly Measure[]> => {
  const lists = streams.find(({ kind }) => kind === 'lists')
  if (lists === undefined) throw new Error('the mix has no lists')
  const began = performance.now()
  const [watched, answers] = await Promise.all([
    sendMix(server.address, [{ ...lists, rate: 10 }], watchedSeconds),
    sendMix(server.address, streams.map((stream) => ({ ...stream, rate: stream.rate * overload })), overloadSeconds),
  ])
  const all = [...answers, ...watched]
  const over = began + overloadSeconds * 1000
  const slow = watched.filter(({ askedAt, status, ms }) => askedAt > over && (status !== 200 || ms > (lines['lists'] ?? 0)))
  const recovered = Math.max(0, ...slow.map(({ askedAt, ms }) => askedAt + ms - over)) / 1000
  const asked = all.filter(({ status }) => status === 429 || status === 503)
  const unsaid = all.filter(({ status, retryAfter }) => status === 0 || (status >= 500 && (status !== 503 || retryAfter === undefined)))
  return [
    { what: `${overload} × the peak, ${engine}: of ${all.length} calls cut off or broken`, against: `${asked.length} were asked to come again, and when`, ours: String(unsaid.length), theirs: '0', line: 'none', holds: unsaid.length === 0 },
    { what: `after ${overload} × the peak, ${engine}: until every list is quick again`, against: 'the limit', ours: `${recovered.toFixed(1)} s`, theirs: '10 s', line: 'at most 10 s', holds: recovered <= 10 },
  ]
}

const memoryOf = ({ pid }: RunningServer, engine: string): Measure => {
  const resident = residentOf(pid)
  return { what: `memory at its highest, ${engine}, photos included`, against: 'the limit for a small machine', ours: `${Math.round(resident)} MB`, theirs: '700 MB', line: 'at most 700 MB', holds: resident <= 700 }
}

type Size = Parameters<typeof fillCounty>[1]
const measure = async (engine: string, rates: Rates, size: Size, databaseUrl?: string): Promise<readonly Measure[]> => {
  const { folder, remove } = makeFolder()
  const server = await startServer(folder, databaseUrl === undefined ? {} : { databaseUrl })
  try {
    const county = await fillCounty(server.address, size)
    const streams = streamsOf(county, rates)
    const idle = await idleTimes(server.address, streams)
    const answers = await sendMix(server.address, streams, seconds)
    return [
      ...measuresOf(engine, rates, answers, idle),
      await progressOf(server, county, engine, size.schools),
      memoryOf(server, engine),
      ...(await overloadOf(server, streams, engine)),
    ]
  } finally {
    await server.stop()
    remove()
  }
}

export const bench: Bench = {
  name: 'load',
  run: async () => {
    const embedded = await measure('embedded', bureauRates, { schools: 80, signedIn: 80, entriesEach: 30 })
    if (findPostgres() === undefined) return [...embedded, { what: 'load on PostgreSQL', against: 'not measured: no PostgreSQL is installed here', ours: '', theirs: '' }]
    const postgres = await startPostgres({ durable: true })
    try {
      return [...embedded, ...(await measure('PostgreSQL', cityRates, { schools: 1500, signedIn: 120, entriesEach: 20 }, postgres.url))]
    } finally {
      await postgres.stop()
    }
  },
}
