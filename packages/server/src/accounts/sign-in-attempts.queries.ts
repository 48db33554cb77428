import type { Db } from '../database/database.ts'

type Attempts = { readonly failures: number; readonly window_started_at: string }

export const findAttempts = (db: Db, bucket: string): Promise<Attempts | undefined> =>
  db
    .selectFrom('sign_in_attempts')
    .select(['failures', 'window_started_at'])
    .where('bucket', '=', bucket)
    .executeTakeFirst()

/** One more in the running window; a window that began before `from` is over and a new one begins. */
export const countAttempt = async (trx: Db, bucket: string, now: Date, from: Date): Promise<void> => {
  const running = await findAttempts(trx, bucket)
  const isOver = running === undefined || running.window_started_at <= from.toISOString()
  const next = isOver
    ? { failures: 1, window_started_at: now.toISOString() }
    : { failures: running.failures + 1, window_started_at: running.window_started_at }
  await trx
    .insertInto('sign_in_attempts')
    .values({ bucket, ...next })
    .onConflict((conflict) => conflict.column('bucket').doUpdateSet(next))
    .execute()
}

export const clearAttempts = async (trx: Db, bucket: string): Promise<void> => {
  await trx.deleteFrom('sign_in_attempts').where('bucket', '=', bucket).execute()
}

export const deleteAttemptsBefore = async (trx: Db, from: Date): Promise<void> => {
  await trx.deleteFrom('sign_in_attempts').where('window_started_at', '<', from.toISOString()).execute()
}
