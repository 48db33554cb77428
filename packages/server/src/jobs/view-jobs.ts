import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { file, nothing, nothingChanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { findJobFile } from './job-files.ts'
import type { Job } from './jobs.contract.ts'
import { alreadyOver, expired, notReady, without } from './jobs.problems.ts'
import { changeJobRow, findJobRow, listJobRows, stampOf } from './jobs.queries.ts'
import type { JobRow } from './jobs.queries.ts'

const listed = 50

export const viewJob = async (db: Db, id: string, now: Date): Promise<Job> => jobAnswer(await getJob(db, id), now, await stampOf(db))

export const listJobs = async (db: Db, person: Person, round: string | undefined, now: Date): Promise<{ items: Job[] }> => {
  const stamp = await stampOf(db)
  const items = (await listJobRows(db, person, listed)).map((row) => jobAnswer(row, now, stamp))
  return { items: round === undefined ? items : items.filter(({ what }) => what['round'] === round) }
}

const getJob = async (db: Db, id: string): Promise<JobRow> => {
  const row = await findJobRow(db, id)
  if (row === undefined) throw notFound()
  return row
}

const statusOf = (row: JobRow, now: Date): Job['status'] => {
  if (row.status === 'done') return row.removed_at !== null || (row.expires_at !== null && row.expires_at <= now.toISOString()) ? 'expired' : 'done'
  return row.status as Job['status']
}

const jobAnswer = (row: JobRow, now: Date, stamp: string): Job => ({
  id: row.id,
  kind: row.kind,
  what: JSON.parse(row.what) as Job['what'],
  status: statusOf(row, now),
  done: row.done,
  of: row.total,
  said: row.said,
  size: row.result_bytes,
  sha256: row.result_hash,
  name: row.result_name,
  madeAt: row.made_at,
  madeBy: row.made_by,
  finishedAt: row.finished_at,
  expiresAt: row.expires_at,
  upToDate: row.stamp === stamp,
})

/** The result as an attachment. Raises 409 while it is not there or never will be, 410 after its keeping. */
export const sendJobFile = async (db: Db, { config }: Pick<Services, 'config'>, id: string, now: Date): Promise<Reply<never>> => {
  const row = await getJob(db, id)
  const status = statusOf(row, now)
  if (status === 'expired') throw expired()
  if (status === 'failed' || status === 'cancelled') throw without(row.said)
  if (status !== 'done' || row.result_hash === null || row.result_bytes === null) throw notReady()
  const bytes = await findJobFile(config, row.id, row.result_bytes)
  if (bytes === undefined) throw expired()
  return file({ bytes, type: row.result_type ?? 'application/zip', name: row.result_name ?? 'zicha.zip', size: row.result_bytes, etag: row.result_hash })
}

/** Ends work that is not done. The process that runs it notices at its next word. Raises 409 where it is over. */
export const cancelJob = async (trx: Db, id: string, now: Date): Promise<Reply<never>> => {
  const row = await getJob(trx, id)
  if (row.status === 'cancelled') return nothingChanged()
  if (row.status !== 'queued' && row.status !== 'running') throw alreadyOver()
  await changeJobRow(trx, id, { status: 'cancelled', finished_at: now.toISOString() })
  return nothing()
}
