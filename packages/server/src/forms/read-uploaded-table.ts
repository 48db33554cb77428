import { Worker } from 'node:worker_threads'
import type { Finding } from '@zicha/core'
import { tableNotReadable, tableTooHard } from './forms.problems.ts'

export type ReadingTask = { readonly bytes: Uint8Array; readonly name: string }
export type ReadingResult =
  | { readonly ok: true; readonly reading: object }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Where `zicha read` needs a tenth of a second for the largest known table. */
const longestMs = 15_000
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/** One at a time: each reading may take a core and its memory. */
let last: Promise<unknown> = Promise.resolve()

/** The answer of `zicha read` for the bytes of a docx, xlsx or txt. Raises 422 where no table can be read. */
export const readUploadedTable = async (task: ReadingTask): Promise<object> => {
  const mine = last.then(() => readInThread(task))
  last = mine.catch(() => undefined)
  const result = await mine
  if (!result.ok) throw tableNotReadable(result.findings)
  return result.reading
}

const readInThread = (task: ReadingTask): Promise<ReadingResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: task, resourceLimits: limits })
    const timer = setTimeout(() => {
      reject(tableTooHard())
      void worker.terminate()
    }, longestMs)
    worker.once('message', resolve)
    worker.once('error', (error) => reject(isOutOfMemory(error) ? tableTooHard() : error))
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(tableTooHard())
    })
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
