import { randomUUID } from 'node:crypto'
import type { Role } from '../access/person.ts'
import type { Database } from '../database/database.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { changeJobRow, endAllLeases, endKeeping, findWaitingJob, needsFile, renewLease } from './jobs.queries.ts'
import type { JobRow } from './jobs.queries.ts'
import { keepJobFile, removeJobFile, sweepJobFiles } from './job-files.ts'
import { JobOver, WorkRefused } from './work.ts'
import type { Work, Works } from './work.ts'

export type Worker = {
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
  /** Lets go of the running job, which is taken up again at the next start. */
  readonly stop: () => Promise<void>
}

/** How long a process may be silent before its job is another's. */
const leaseMs = 90_000
/** How often progress is written down: each is a flushed commit. */
const tellEveryMs = 700
const lookEveryMs = 5_000
const keepEveryMs = 3_600_000
/** A job that ended its process so often is not begun again. */
const mostAttempts = 3
const dayMs = 24 * 3_600_000

const wakers = new WeakMap<Database, () => void>()

/** Tells this process's worker, if it has one, that there is work. */
export const wakeWorker = (database: Database): void => wakers.get(database)?.()

/** The one worker of this process: takes the oldest job, does it, takes the next. */
export const startWorker = async (services: Services, works: Works): Promise<Worker> => {
  const { database } = services
  const worker = randomUUID()
  let isStopped = false
  let keptAt = 0
  let running: Promise<void> | undefined

  const work = async (): Promise<void> => {
    for (;;) {
      if (isStopped) return
      const job = await takeJob(services, works, worker)
      if (job === undefined) return
      await doJob(services, works, worker, job, () => isStopped)
    }
  }
  let isCalledAgain = false
  const wake = (): void => {
    if (isStopped) return
    isCalledAgain = true
    running ??= (async () => {
      while (isCalledAgain) {
        isCalledAgain = false
        await work().catch((error: unknown) => services.log.warn({ err: error }, 'the queue of long work could not be read'))
      }
      running = undefined
    })()
  }
  const look = (): void => {
    void findWaitingJob(database.reader, Object.keys(works), services.now().toISOString()).then(
      (job) => (job === undefined ? undefined : wake()),
      () => undefined,
    )
    if (Date.now() - keptAt < keepEveryMs) return
    keptAt = Date.now()
    void clearAway(services).catch((error: unknown) => services.log.warn({ err: error }, 'files of long work could not be given up'))
  }
  // The embedded engine has one process: what ran when it ended runs nowhere now.
  if (database.engine === 'embedded') await write(database, (trx) => endAllLeases(trx, services.now().toISOString()))
  wakers.set(database, wake)
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  wake()
  return {
    idle: async () => {
      while (running !== undefined) await running
    },
    stop: async () => {
      isStopped = true
      wakers.delete(database)
      clearInterval(timer)
      await running
    },
  }
}

/** Files whose keeping is over, and what dead processes left. */
const clearAway = async (services: Services): Promise<void> => {
  const over = await write(services.database, (trx) => endKeeping(trx, services.now().toISOString()))
  for (const id of over) await removeJobFile(services.config, id)
  await sweepJobFiles(services.config, (id) => needsFile(services.database.reader, id))
}

const takeJob = async (services: Services, works: Works, worker: string): Promise<JobRow | undefined> => {
  const at = services.now()
  return write(services.database, async (trx) => {
    const row = await findWaitingJob(trx, Object.keys(works), at.toISOString())
    if (row === undefined) return undefined
    const taken = { status: 'running', worker, lease_until: leaseFrom(at), attempts: row.attempts + 1 }
    await changeJobRow(trx, row.id, taken)
    return { ...row, ...taken }
  })
}

const leaseFrom = (at: Date): string => new Date(at.getTime() + leaseMs).toISOString()

const doJob = async (services: Services, works: Works, worker: string, job: JobRow, isStopped: () => boolean): Promise<void> => {
  const { database } = services
  const work = works[job.kind]
  try {
    if (work === undefined || job.attempts > mostAttempts) throw new WorkRefused('这件事试了几次都没有做成，已停下。数据没有变动，请告诉管理员。')
    const end = await runWork(services, work, worker, job, isStopped)
    await write(database, async (trx) => {
      if (await renewLease(trx, job.id, worker, end.told)) await changeJobRow(trx, job.id, end.change)
    })
  } catch (error) {
    if (error instanceof JobOver) return isStopped() ? giveBack(services, worker, job) : undefined
    await fail(services, worker, job, error)
  }
}

/** Left by an orderly stop: the next process begins at once, and this turn does not count against it. */
const giveBack = (services: Services, worker: string, job: JobRow): Promise<void> =>
  write(services.database, async (trx) => {
    const told = { done: 0, total: 0, lease_until: leaseFrom(services.now()) }
    if (await renewLease(trx, job.id, worker, told)) await changeJobRow(trx, job.id, { status: 'queued', worker: null, attempts: job.attempts - 1 })
  })

const runWork = async (services: Services, work: Work, worker: string, job: JobRow, isStopped: () => boolean) => {
  let toldAt = 0
  let count = { done: 0, total: 0 }
  const progress = async (done: number, total: number): Promise<void> => {
    count = { done, total }
    if (isStopped()) throw new JobOver()
    if (Date.now() - toldAt < tellEveryMs) return
    toldAt = Date.now()
    const lives = await write(services.database, (trx) => renewLease(trx, job.id, worker, { ...count, lease_until: leaseFrom(services.now()) }))
    if (!lives) throw new JobOver()
  }
  const person = { username: job.made_by, name: '', role: job.role as Role, unit: job.unit, bureau: job.bureau }
  const { file, said } = await work.run({ id: job.id, person, what: JSON.parse(job.what), services, now: services.now(), progress })
  const kept = file === null ? undefined : await keepJobFile(services.config, job.id, file.pieces)
  const finished = services.now()
  return {
    told: { done: count.total, total: count.total, lease_until: leaseFrom(finished) },
    change: {
      status: 'done',
      said: said(),
      result_hash: kept?.hash ?? null,
      result_bytes: kept?.bytes ?? null,
      result_name: file?.name ?? null,
      result_type: file?.type ?? null,
      finished_at: finished.toISOString(),
      expires_at: new Date(finished.getTime() + work.keepDays * dayMs).toISOString(),
    },
  }
}

const fail = async (services: Services, worker: string, job: JobRow, error: unknown): Promise<void> => {
  const said = error instanceof WorkRefused ? error.sentence : `没有做成，数据没有变动。请重新做一次；还不行就告诉管理员，编号 ${job.id.slice(0, 4).toUpperCase()}。`
  if (!(error instanceof WorkRefused)) services.log.error({ err: error, job: job.id, kind: job.kind }, 'long work failed')
  await write(services.database, async (trx) => {
    const finished = services.now().toISOString()
    const told = { done: job.done, total: job.total, lease_until: finished }
    if (await renewLease(trx, job.id, worker, told)) await changeJobRow(trx, job.id, { status: 'failed', said, finished_at: finished })
  })
}
