import { Worker } from 'node:worker_threads'
import type { EntryKind, Finding, Form, ListReading, MarkedClause } from '@zicha/core'
import type { FilledReading, RosterColumn, RosterReading } from '@zicha/documents'
import { tableNotReadable, tableTooHard } from './forms.problems.ts'

type File = { readonly bytes: Uint8Array; readonly name: string }

/** What the reading thread is asked for: the answer of `zicha read`, a form with the stretches it was read from, a list, a roster. */
export type ReadingTask =
  | (File & { readonly want: 'reading' })
  | (File & { readonly want: 'form'; readonly kinds: readonly EntryKind[] })
  | (File & { readonly want: 'list'; readonly kinds: readonly EntryKind[]; readonly year: number })
  | (File & { readonly want: 'roster'; readonly columns: readonly RosterColumn[] | undefined })
  | (File & { readonly want: 'filled'; readonly form: Form })

export type UploadedForm = {
  readonly form: Form
  /** What the table itself says, where the form has to have something: its title, its sum, points of its sections. */
  readonly states: { readonly title: boolean; readonly total: boolean; readonly sections: readonly number[] }
  readonly marks: readonly MarkedClause[]
  readonly findings: readonly Finding[]
}

export type ReadingResult =
  | { readonly kind: 'reading'; readonly reading: object }
  | { readonly kind: 'form'; readonly uploaded: UploadedForm }
  | { readonly kind: 'list'; readonly list: ListReading }
  | { readonly kind: 'roster'; readonly roster: RosterReading }
  | { readonly kind: 'filled'; readonly filled: FilledReading }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

/** Where `zicha read` needs a tenth of a second for the largest known table. */
const longestMs = 15_000
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/** One at a time: each reading may take a core and its memory. */
let last: Promise<unknown> = Promise.resolve()

/** The answer of `zicha read` for the bytes of a docx, xlsx or txt. Raises 422 where no table can be read. */
export const readUploadedTable = async (file: File): Promise<object> => {
  const result = await inTurn({ ...file, want: 'reading' })
  if (result.kind !== 'reading') throw new Error(`${result.kind} came for a reading`)
  return result.reading
}

/** The form that an official table would be, with what was read of each clause. Raises 422 where no table can be read. */
export const readUploadedForm = async (file: File & { readonly kinds: readonly EntryKind[] }): Promise<UploadedForm> => {
  const result = await inTurn({ ...file, want: 'form' })
  if (result.kind !== 'form') throw new Error(`${result.kind} came for a form`)
  return result.uploaded
}

/** An old list of activities, row by row. A file that cannot be read is a list without entries that says why. */
export const readUploadedList = async (
  file: File & { readonly kinds: readonly EntryKind[]; readonly year: number },
): Promise<ListReading> => {
  const result = await inTurn({ ...file, want: 'list' })
  if (result.kind !== 'list') throw new Error(`${result.kind} came for a list`)
  return result.list
}

/** Schools and people, row by row. A file that cannot be read is a roster without rows that says why. */
export const readUploadedRoster = async (file: File & { readonly columns: readonly RosterColumn[] | undefined }): Promise<RosterReading> => {
  const result = await inTurn({ ...file, want: 'roster' })
  if (result.kind !== 'roster') throw new Error(`${result.kind} came for a roster`)
  return result.roster
}

/** What a school wrote into its copy of a form's table. Another table, or none, is a reading without items that says why. */
export const readUploadedSheet = async (file: File & { readonly form: Form }): Promise<FilledReading> => {
  const result = await inTurn({ ...file, want: 'filled' })
  if (result.kind !== 'filled') throw new Error(`${result.kind} came for a filled sheet`)
  return result.filled
}

const inTurn = async (task: ReadingTask): Promise<Exclude<ReadingResult, { readonly kind: 'refused' }>> => {
  const mine = last.then(() => readInThread(task))
  last = mine.catch(() => undefined)
  const result = await mine
  if (result.kind === 'refused') throw tableNotReadable(result.findings)
  return result
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
