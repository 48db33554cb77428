import { randomUUID } from 'node:crypto'
import type { Person } from '../access/person.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { removeZip } from './bundle-folder.ts'
import { exportBody } from './exports.contract.ts'
import { findBundle, findWaiting, listFinishedBefore, updateBundle } from './exports.queries.ts'
import type { BundleRow } from './exports.queries.ts'
import { BundleFault } from './read-bundle.ts'
import { takeBundle } from './take-bundle.ts'
import { writeBundle } from './write-bundle.ts'

/** Silent for so long, a process is taken for dead and its work begun anew. */
const silenceMs = 60_000
const beatMs = 10_000
/** A finished zip is kept for so long. */
export const keptMs = 7 * 24 * 3_600_000
const lookEveryMs = 500

/** Does all the work that waits, one after another, and clears away zips that are past their time. Answers how many were done. */
export const runBundles = async (services: Services, worker: string): Promise<number> => {
  let count = 0
  for (;;) {
    const row = await claim(services, worker)
    if (row === undefined) break
    await work(services, row, worker)
    count += 1
  }
  for (const row of await listFinishedBefore(services.database.reader, new Date(services.now().getTime() - keptMs).toISOString())) {
    await removeZip(services.config, row.id)
  }
  return count
}

const claim = (services: Services, worker: string): Promise<BundleRow | undefined> =>
  write(services.database, async (trx) => {
    const now = services.now()
    const row = await findWaiting(trx, new Date(now.getTime() - silenceMs).toISOString())
    if (row !== undefined) await updateBundle(trx, row.id, { status: 'running', worker, beat_at: now.toISOString(), done: 0 })
    return row
  })

const work = async (services: Services, row: BundleRow, worker: string): Promise<void> => {
  const tell = (change: Parameters<typeof updateBundle>[2]): Promise<void> =>
    write(services.database, async (trx) => {
      // An import puts the list of work where it found it; what another process took over is its own.
      const present = await findBundle(trx, row.id)
      if (present?.worker === worker) await updateBundle(trx, row.id, { ...change, beat_at: services.now().toISOString() })
    })
  const beat = setInterval(() => void tell({}).catch(() => undefined), beatMs)
  const onProgress = (done: number, total: number): Promise<void> => tell({ done, total })
  const end = { finished_at: services.now().toISOString() }
  try {
    const by = JSON.parse(row.asked_by) as Person
    if (row.kind === 'import') {
      await takeBundle(services, { id: row.id, by }, onProgress)
      await tell({ ...end, status: 'done' })
      await removeZip(services.config, row.id)
    } else {
      const bundle = await writeBundle(services, { id: row.id, at: services.now().toISOString(), by }, exportBody.parse(JSON.parse(row.asked)), onProgress)
      await tell({ ...end, status: 'done', bundle_hash: bundle.sha256, bytes: bundle.bytes })
    }
  } catch (error) {
    if (!(error instanceof BundleFault)) services.log.error({ err: error, bundle: row.id }, 'an export or import failed')
    await removeZip(services.config, row.id).catch(() => undefined)
    const problem = error instanceof BundleFault ? error.sentence : row.kind === 'import' ? '中途出了问题，没有导入，这里还是空的。请再试一次。' : '中途出了问题，没有导出成。'
    await tell({ ...end, status: 'failed', problem })
  } finally {
    clearInterval(beat)
  }
}

/** Looks for work twice a second until it is ended; what is under way is let finish. */
export const keepBundling = (services: Services): (() => Promise<void>) => {
  const worker = randomUUID()
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy || services.database.stopped) return
    busy = true
    running = runBundles(services, worker)
      .catch((error: unknown) => services.log.warn({ err: error }, 'the list of exports could not be looked at'))
      .finally(() => (busy = false))
  }, lookEveryMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
