import type { Person } from '../access/person.ts'
import type { Services } from '../http/route.ts'

/** One kind of long work. It may be run again from its beginning at any time: it writes nothing but its result. */
export type Work = {
  /** Days for which its file is kept. */
  readonly keepDays: number
  readonly run: (job: RunningJob) => Promise<WorkResult>
}

export type RunningJob = {
  readonly id: string
  /** Who asked, in the post that they held then. */
  readonly person: Person
  /** What was asked, as it was written down: JSON to be parsed by the work's own schema. */
  readonly what: unknown
  readonly services: Services
  readonly now: Date
  /** Says how far it is. Raises JobOver where it was cancelled or another process has taken it up. */
  readonly progress: (done: number, total: number) => Promise<void>
}

export type WorkResult = {
  /** Its bytes, read to their end and kept; null: the work itself was the result. */
  readonly file: { readonly pieces: AsyncIterable<Uint8Array>; readonly name: string; readonly type: string } | null
  /** What the person should know of the result, as a sentence, asked when the file is whole; null: nothing. */
  readonly said: () => string | null
}

/** Every kind of work that this program can do, by the name that its rows bear. */
export type Works = Readonly<Record<string, Work>>

/** The work ends here without a result: somebody cancelled it, or it is no longer this process's to do. */
export class JobOver extends Error {
  constructor() {
    super('the job is over')
    this.name = 'JobOver'
  }
}

/** The work cannot be done as things stand; `sentence` is for whoever asked. */
export class WorkRefused extends Error {
  readonly sentence: string

  constructor(sentence: string) {
    super(sentence)
    this.name = 'WorkRefused'
    this.sentence = sentence
  }
}
