import type { Database } from '../database/database.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import type { Storage } from './storage.ts'

const dayMs = 24 * 3_600_000

type Log = { readonly info: (fields: object, message: string) => void; readonly warn: (fields: object, message: string) => void }

/** Sweeps at once and then daily; what hinders a sweep is logged, and the next day tries again. The answer ends it. */
export const keepSwept = (of: { readonly database: Database; readonly storage: Storage; readonly now: () => Date; readonly log: Log }): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  const sweep = (): void => {
    running = sweepOrphans(of, of.now()).then(
      ({ looked, removed }) => of.log.info({ looked, removed }, 'swept the store of files'),
      (error: unknown) => of.log.warn({ err: error }, 'the store of files could not be swept'),
    )
  }
  sweep()
  const timer = setInterval(sweep, dayMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
