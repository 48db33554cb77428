/** How long a person waits for the command line to answer and for the server to be there. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareTimes, median, milliseconds, type Bench, type Measure } from './measure.ts'
import { makeFolder, startServer } from './running-server.ts'
import { loadForm, schoolsOf } from './schools.ts'

const root = join(import.meta.dirname, '..')
const zicha = join(root, 'packages', 'cli', 'bin', 'zicha.mjs')

const answer = (args: readonly string[]): Promise<void> => {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return status === 0 ? Promise.resolve() : Promise.reject(new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`))
}

const commandLine = async (): Promise<Measure> => {
  const { folder, remove } = makeFolder()
  try {
    const [school] = schoolsOf(loadForm('yangzhou-2022'), 1)
    const facts = join(folder, 'facts.json')
    writeFileSync(facts, JSON.stringify(school))
    const score = [zicha, 'score', '--form', 'yangzhou-2022', '--facts', facts, '--json']
    const [ours = 0, node = 0] = await compareTimes([() => answer(score), () => answer(['-e', '0'])], 7)
    return {
      what: 'zicha score, from the call to the answer',
      against: 'Node alone',
      ours: milliseconds(ours),
      theirs: milliseconds(node),
      ratio: node / ours,
      line: 'at most 500 ms',
      holds: ours <= 500,
    }
  } finally {
    remove()
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

export const bench: Bench = {
  name: 'start',
  run: async () => [await commandLine(), ...(await server())],
}
