/** Three hundred filled tables in one zip while others work: what the others notice of it, and how long 80 take. */
import { fillCounty, entryOf, residentOf, type County } from './load-county.ts'
import { callOnce, percentile, sendMix, type LoadCall, type Stream } from './load-mix.ts'
import { milliseconds, type Bench, type Measure } from './measure.ts'
import { makeFolder, startServer, type RunningServer } from './running-server.ts'
import { randomUUID } from 'node:crypto'

const schools = 300
const mixSeconds = 10

/** A calm bureau's day: lists, scores, a record now and then. */
const streamsOf = (county: County): readonly Stream[] => {
  const at = (turn: number) => county.places[turn % county.places.length] ?? { unit: '', clerk: '', entries: [] }
  const path = (unit: string) => `/rounds/${county.round}/units/${unit}`
  return [
    { kind: 'lists', rate: 12, next: (turn): LoadCall => ({ kind: 'lists', method: 'GET', path: `${path(at(turn).unit)}/entries?limit=20`, token: at(turn).clerk }) },
    { kind: 'scores', rate: 4, next: (turn): LoadCall => ({ kind: 'scores', method: 'GET', path: `${path(at(turn).unit)}/score`, token: at(turn).clerk }) },
    {
      kind: 'entries',
      rate: 2,
      next: (turn): LoadCall => ({ kind: 'entries', method: 'PUT', path: `${path(at(turn).unit)}/entries/${randomUUID()}`, token: at(turn).clerk, body: Buffer.from(JSON.stringify(entryOf(turn))) }),
    },
  ]
}

type Told = { readonly status: string; readonly of: number }

/** The job's end, asked for like the page asks. */
const untilDone = async (server: RunningServer, county: County, id: string): Promise<number> => {
  const began = performance.now()
  for (;;) {
    const { text } = await callOnce(server.address, { kind: 'job', method: 'GET', path: `/jobs/${id}`, token: county.bureau })
    const { status } = JSON.parse(text) as Told
    if (status === 'done') return performance.now() - began
    if (status !== 'queued' && status !== 'running') throw new Error(`the tables ended as ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const ask = async (server: RunningServer, county: County): Promise<string> => {
  const { text, status } = await callOnce(server.address, { kind: 'tables', method: 'POST', path: `/rounds/${county.round}/tables`, token: county.bureau })
  if (status !== 202) throw new Error(`the tables were not taken on: ${text}`)
  return (JSON.parse(text) as { readonly id: string }).id
}

export const bench: Bench = {
  name: 'long-work',
  run: async () => {
    const { folder, remove } = makeFolder()
    const server = await startServer(folder, {})
    try {
      const county = await fillCounty(server.address, { schools, signedIn: 80, entriesEach: 10 })
      const streams = streamsOf(county)
      const idle = await sendMix(server.address, streams, mixSeconds)
      const before = residentOf(server.pid)
      const id = await ask(server, county)
      const done = untilDone(server, county, id)
      const busy = await sendMix(server.address, streams, mixSeconds)
      const took = await done
      const grown = residentOf(server.pid) - before
      const p95 = (answers: typeof idle, kind?: string): number => percentile(answers.filter((one) => kind === undefined || one.kind === kind).map(({ ms }) => ms), 95)
      const each = (kind: string, what: string): Measure => ({
        what: `${what} while ${schools} tables are made, 95 of 100`,
        against: 'the same mix without them',
        ours: milliseconds(p95(busy, kind)),
        theirs: milliseconds(p95(idle, kind)),
        ratio: p95(idle, kind) / p95(busy, kind),
      })
      const all = p95(idle) / p95(busy)
      return [
        each('lists', 'a list of 20'),
        each('scores', 'a score'),
        each('entries', 'a record'),
        { what: `every call while ${schools} tables are made, 95 of 100`, against: 'the same mix without them', ours: milliseconds(p95(busy)), theirs: milliseconds(p95(idle)), ratio: all, line: 'at least 0.5', holds: all >= 0.5 },
        { what: `${schools} filled tables in one zip, beside the mix`, against: 'a minute for 80', ours: milliseconds(took), theirs: milliseconds((60_000 * schools) / 80), ratio: (60_000 * schools) / 80 / took, line: 'at least 1', holds: took <= (60_000 * schools) / 80 },
        { what: 'memory that the tables took', against: 'the limit', ours: `${Math.round(grown)} MB`, theirs: '300 MB', line: 'at most 300 MB', holds: grown <= 300 },
      ]
    } finally {
      await server.stop()
      remove()
    }
  },
}
