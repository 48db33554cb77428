import { Worker } from 'node:worker_threads'
import type { TypstAnswer, TypstJob } from './typst-worker.ts'

type Waiting = { readonly resolve: (answer: TypstAnswer) => void; readonly reject: (reason: Error) => void }

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

/** One thread for all documents of this process, started with the first one; it holds no process open. */
const startedWorker = (): Worker => {
  if (worker !== undefined) return worker
  const started = new Worker(new URL('./typst-worker.ts', import.meta.url))
  started.on('message', (answer: TypstAnswer) => settle(answer.id, (one) => one.resolve(answer)))
  started.on('error', (error) => drop(started, error instanceof Error ? error : new Error(String(error))))
  started.on('exit', (code) => drop(started, new Error(`the document thread ended with ${code}`)))
  worker = started
  return started
}

const settle = (id: number, how: (one: Waiting) => void): void => {
  const one = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) worker?.unref()
  if (one !== undefined) how(one)
}

const drop = (ended: Worker, error: Error): void => {
  if (worker !== ended) return
  worker = undefined
  for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(error))
}

const run = (job: Omit<TypstJob, 'id'>): Promise<TypstAnswer> =>
  new Promise((resolve, reject) => {
    lastId += 1
    waiting.set(lastId, { resolve, reject })
    const thread = startedWorker()
    thread.ref()
    thread.postMessage({ ...job, id: lastId })
  })

/** A sheet (see `sheet.ts`) as PDF bytes, compiled in the document thread. Throws where our own template is at fault. */
export const compilePdf = async (sheet: string): Promise<Uint8Array> => {
  const answer = await run({ want: 'pdf', sheet })
  if (answer.kind === 'pdf') return answer.bytes
  throw new Error(answer.kind === 'failed' ? answer.reason : 'not a PDF')
}

/** The same as one drawing of all pages, stacked. */
export const compileSvg = async (sheet: string): Promise<string> => {
  const answer = await run({ want: 'svg', sheet })
  if (answer.kind === 'svg') return answer.svg
  throw new Error(answer.kind === 'failed' ? answer.reason : 'not a drawing')
}
