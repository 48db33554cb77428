/** How long a person waits for the command line to answer and for the server to be there. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compareTimes, median, milliseconds, type Bench, type Measure } from './measure.ts'
import { makeFolder, startServer } from './running-server.ts'

const root = join(import.meta.dirname, '..')
const zicha = join(root, 'packages', 'cli', 'bin', 'zicha.mjs')

const answer = (args: readonly string[]): Promise<void> => {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return status === 0 ? Promise.resolve() : Promise.reject(new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`))
}

const commandLine = async (): Promise<Measure> => {
  const clause = ['rule', '每月集中学习不少于1次，每少一次扣1分，扣完3分为止。', '--points', '3', '--json']
  const [ours = 0, node = 0] = await compareTimes([() => answer([zicha, ...clause]), () => answer(['-e', '0'])], 7)
  return {
    what: 'zicha rule, from the call to the answer',
    against: 'Node alone',
    ours: milliseconds(ours),
    theirs: milliseconds(node),
    ratio: node / ours,
    line: 'at most 500 ms',
    holds: ours <= 500,
  }
}

const timeOfStart = async (folder: string): Promise<number> => {
  const began = performance.now()
  const server = await startServer(folder)
  try {
    const { ok, status } = await fetch(`${server.address}/api/v1/health`)
    if (!ok) throw new Error(`the health call answered ${status}`)
    return performance.now() - began
  } finally {
    await server.stop()
  }
}

const server = async (): Promise<readonly Measure[]> => {
  const times: { first: number[]; next: number[] } = { first: [], next: [] }
  for (let turn = 0; turn < 3; turn += 1) {
    const { folder, remove } = makeFolder()
    try {
      times.first.push(await timeOfStart(folder))
      times.next.push(await timeOfStart(folder))
    } finally {
      remove()
    }
  }
  const row = (what: string, time: number): Measure => ({ what, against: 'limit', ours: milliseconds(time), theirs: '', line: 'at most 3 s', holds: time <= 3000 })
  return [row('server, first start on an empty folder', median(times.first)), row('server, next start', median(times.next))]
}

/** What a clerk's phone loads before the first page answers: the entry script and what it names to be loaded with it. */
const firstPage = (): Measure => {
  const dist = join(root, 'packages', 'web', 'dist')
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => String(match[1]))
  if (scripts.length === 0) throw new Error('the built page names no script')
  const size = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(join(dist, script))).length, 0)
  const all = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js')).length
  return {
    what: 'script before the first page, gzipped',
    against: `${scripts.length} of ${all} files`,
    ours: `${(size / 1000).toFixed(0)} kB`,
    theirs: '',
    line: 'at most 170 kB',
    holds: size <= 170_000,
  }
}

export const bench: Bench = {
  name: 'start',
  run: async () => [await commandLine(), ...(await server()), firstPage()],
}
