/** The thread in which documents are drawn: a county's eighty tables must not hold up the server's other answers. */
import { parentPort } from 'node:worker_threads'
import { draw } from './draw.ts'
import type { DrawJob, Drawn } from './draw.ts'

export type WorkerJob = DrawJob & { readonly id: number }
export type WorkerAnswer =
  | { readonly id: number; readonly kind: 'drawn'; readonly drawn: Drawn }
  | { readonly id: number; readonly kind: 'failed'; readonly error: Error }

const answer = async (job: WorkerJob): Promise<WorkerAnswer> => {
  try {
    return { id: job.id, kind: 'drawn', drawn: await draw(job) }
  } catch (error) {
    return { id: job.id, kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on('message', (job: WorkerJob) => {
  void answer(job).then((drawn) => parentPort?.postMessage(drawn))
})
