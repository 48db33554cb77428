import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { prepareFirstStart } from './accounts/first-start.ts'
import { buildApp } from './app.ts'
import { beginEpochIfSetBack, keepWitnessed } from './audit/witness.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { lockFolder } from './database/lock-folder.ts'
import { migrate } from './database/migrate.ts'
import { openPostgresql } from './database/postgresql.ts'
import { logOptions } from './http/log.ts'
import type { Log, Services } from './http/route.ts'
import { startWorker } from './jobs/run-jobs.ts'
import type { Worker } from './jobs/run-jobs.ts'
import { keepSwept } from './storage/keep-swept.ts'
import { works } from './works.ts'
import { openStorage } from './storage/open-storage.ts'
import pino from 'pino'

export type RunningServer = {
  readonly address: string
  /** Of an empty store without ZICHA_ADMIN_PASSWORD: where the first person is made, once. */
  readonly setupAddress: string | undefined
  /** Lets running requests finish, then closes the store and gives the folder free. */
  readonly stop: () => Promise<void>
}

/** The server as the environment asks for it. Raises FolderInUse, NewerStore and whatever keeps it from the port. */
export const startServer = async (config: Config, now: () => Date = () => new Date()): Promise<RunningServer> => {
  // Several processes may share one PostgreSQL and one folder of files; the embedded engine has the folder alone.
  const lock = config.databaseUrl === undefined ? lockFolder(config.dataFolder) : undefined
  // Lines go out together, a few kilobytes at a time and at each stop: a line a request would cost as much as its SQL.
  const logLines = pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 500 })
  const log = pino(logOptions, logLines)
  let database: Database | undefined
  let app: FastifyInstance | undefined
  let endSweeping: (() => Promise<void>) | undefined
  let worker: Worker | undefined
  let endWitness: (() => Promise<void>) | undefined
  const stop = async (): Promise<void> => {
    await app?.close()
    await endSweeping?.()
    await worker?.stop()
    await endWitness?.()
    await database?.close()
    lock?.release()
    logLines.flushSync()
  }
  try {
    database = openDatabase(config, log)
    await migrate(database)
    const epoch = await beginEpochIfSetBack(database, config.dataFolder)
    if (epoch !== undefined) log.warn({ epoch }, 'the database is an older copy: a new epoch begins')
    const storage = await openStorage(config)
    const services: Services = { database, storage, config, now, log }
    const { setupToken } = await prepareFirstStart(services)
    app = await buildApp({ services, log })
    await app.listen({ port: config.port, host: config.host })
    endSweeping = keepSwept(services)
    worker = await startWorker(services, works)
    endWitness = await keepWitnessed(services)
    const address = addressOf(config, app.server.address())
    const setupAddress = setupToken === undefined ? undefined : `${address}/?token=${setupToken}`
    return { address, setupAddress, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const openDatabase = (config: Config, log: Log): Database =>
  config.databaseUrl === undefined
    ? openEmbedded(join(config.dataFolder, 'zicha.db'))
    : openPostgresql(config.databaseUrl, (error) => log.warn({ err: error }, 'a database connection was lost'))

const addressOf = (config: Config, bound: AddressInfo | string | null): string => {
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return `http://${host}:${port}`
}
