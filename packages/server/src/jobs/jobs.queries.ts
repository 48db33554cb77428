import type { Selectable } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { Tables } from '../database/tables.ts'

export type JobRow = Selectable<Tables['jobs']>

const jobById = prepareQuery<{ id: string }>()((db, value) => db.selectFrom('jobs').selectAll().where('id', '=', value('id')))

export const findJobRow = async (db: Db, id: string): Promise<JobRow | undefined> => (await jobById(db, { id }))[0]

/** Of one's own and of those who hold the same post in the same office, newest first. */
export const listJobRows = (db: Db, of: { readonly username: string; readonly unit: string; readonly role: string }, limit: number): Promise<JobRow[]> =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where((job) => job.or([job('made_by', '=', of.username), job.and([job('unit', '=', of.unit), job('role', '=', of.role)])]))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** The same work asked by somebody of the same post in the same state of the store, while it or its file is still there. */
export const findSameJob = async (
  db: Db,
  of: Pick<JobRow, 'kind' | 'what' | 'stamp' | 'unit' | 'role' | 'made_by'>,
  now: string,
): Promise<JobRow | undefined> => {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('unit', '=', of.unit)
    .where('kind', '=', of.kind)
    .where('what', '=', of.what)
    .where('stamp', '=', of.stamp)
    .where('status', 'in', ['queued', 'running', 'done'])
    .where('removed_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.find((row) => (row.made_by === of.made_by || row.role === of.role) && (row.expires_at === null || row.expires_at > now))
}

export const insertJobRow = async (trx: Db, row: JobRow): Promise<void> => {
  await trx.insertInto('jobs').values(row).execute()
}

/**
 * The oldest one of these kinds that nobody works on: waiting, or left behind by a process that no longer says it is there.
 * What only a newer program can do waits for it.
 */
export const findWaitingJob = (db: Db, kinds: readonly string[], now: string): Promise<JobRow | undefined> =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where('kind', 'in', kinds)
    .where((job) => job.or([job('status', '=', 'queued'), job.and([job('status', '=', 'running'), job('lease_until', '<', now)])]))
    .orderBy('made_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

export const changeJobRow = async (trx: Db, id: string, change: Partial<Omit<JobRow, 'id'>>): Promise<void> => {
  await trx.updateTable('jobs').set(change).where('id', '=', id).execute()
}

/** Says where the work is and that its process lives. False: it was cancelled or is another's by now. */
export const renewLease = async (trx: Db, id: string, worker: string, told: { readonly done: number; readonly total: number; readonly lease_until: string }): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('jobs')
    .set(told)
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('status', '=', 'running')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** After the start of the only process of a store: whatever runs, runs nowhere. */
export const endAllLeases = async (trx: Db, now: string): Promise<void> => {
  await trx.updateTable('jobs').set({ lease_until: now }).where('status', '=', 'running').where('lease_until', '>', now).execute()
}

/** Notes the files whose keeping is over, and names them. */
export const endKeeping = async (trx: Db, now: string): Promise<readonly string[]> => {
  const over = await trx.selectFrom('jobs').select('id').where('expires_at', '<=', now).where('removed_at', 'is', null).execute()
  for (const { id } of over) await changeJobRow(trx, id, { removed_at: now })
  return over.map(({ id }) => id)
}

/** True while a job is to be done or its result is kept. */
export const needsFile = async (db: Db, id: string): Promise<boolean> => {
  const row = await findJobRow(db, id)
  return row !== undefined && row.removed_at === null && (row.status === 'queued' || row.status === 'running' || row.status === 'done')
}

/** Deeds that change nothing of what is stored about anybody's work. */
export const actsOfTheRun: readonly string[] = ['export.ask', 'import.ask', 'store.import', 'papers.make', 'evidence-pack.make', 'job.cancel', 'session.open', 'session.close', 'demo.session']

/** The last deed that changed something: two answers alike mean that nothing was written between them. */
export const stampOf = async (db: Db): Promise<string> => {
  const row = await db
    .selectFrom('audit')
    .select('seq')
    .where('action', 'not in', actsOfTheRun)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return String(row?.seq ?? 0)
}
