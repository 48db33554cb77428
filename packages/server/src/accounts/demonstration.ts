import type { Db } from '../database/database.ts'
import { findMeta, putMeta } from '../database/migrate.ts'
import { Problem, notFound } from '../http/problem.ts'
import type { Storage } from '../storage/storage.ts'
import { hasAnyUser } from './users.queries.ts'

/** The store says of itself that all in it is invented. */
export const demonstrationKey = 'demonstration'

/**
 * demo/fill-demonstration.ts: units, people, rounds and a year of work, written to an empty store.
 * `db` is the transaction of the caller, who marks the store and writes the audit row; `now` is the present instant.
 */
export type FillDemonstration = (into: {
  readonly db: Db
  readonly storage: Storage
  readonly now: Date
}) => Promise<void>

/** Raises 409 where anybody is there already. */
export const fillEmptyStore = async (trx: Db, storage: Storage, now: Date): Promise<void> => {
  if (await hasAnyUser(trx)) throw notEmpty()
  // Loaded only here, when somebody asks for it: the program does not carry invented people about.
  const demo: { readonly fillDemonstration: FillDemonstration } = await import('../demo/fill-demonstration.ts')
  await demo.fillDemonstration({ db: trx, storage, now })
  await putMeta(trx, demonstrationKey, '1')
}

/** Raises 404 in every store that is not the demonstration. */
export const demandDemonstration = async (db: Db): Promise<void> => {
  if ((await findMeta(db, demonstrationKey)) === undefined) throw notFound()
}

const notEmpty = (): Problem =>
  new Problem({
    code: 'demo.not_empty',
    status: 409,
    title: '已有数据',
    detail: '这里已经有数据，不再放入演示内容，数据没有变动。',
  })
