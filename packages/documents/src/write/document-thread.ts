import { Worker } from 'node:worker_threads'
import type { DrawJob, Drawn } from './draw.ts'
import type { WorkerAnswer, WorkerJob } from './document-worker.ts'

type Waiting = { readonly resolve: (drawn: Drawn) => void; readonly reject: (reason: Error) => void }

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

/**
 * Draws a document in the one thread that this process keeps for them: started with the first, holding no process open,
 * started anew should it die. Rejects only where our own code or the machine is at fault.
 */
export const drawInThread = (job: DrawJob): Promise<Drawn> =>
  new Promise((resolve, reject) => {
    lastId += 1
    const thread = runningWorker()
    waiting.set(lastId, { resolve, reject })
    thread.ref()
    thread.postMessage({ ...job, id: lastId } satisfies WorkerJob)
  })

/** Kept small, garbage is taken up early: 200 MB above an idle process instead of 500, at the same speed. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 }

const runningWorker = (): Worker => {
  if (worker !== undefined) return worker
  const started = new Worker(new URL('./document-worker.ts', import.meta.url), { resourceLimits })
  started.on('message', (answer: WorkerAnswer) =>
    settle(answer.id, (one) => (answer.kind === 'drawn' ? one.resolve(answer.drawn) : one.reject(answer.error))),
  )
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
