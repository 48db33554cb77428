import type { Db } from '../database/database.ts'
import { findMeta, putMeta } from '../database/migrate.ts'
import { Problem, notFound } from '../http/problem.ts'
import type { Storage } from '../storage/storage.ts'
import { z } from 'zod'
import type { demoPerson } from './accounts.contract.ts'
import { role } from './accounts.contract.ts'
import { listDemoUsers } from './demonstration.queries.ts'
import { hasAnyUser } from './users.queries.ts'

/** The store says of itself that all in it is invented. */
export const demonstrationKey = 'demonstration'

/**
 * demo/fill-demonstration.ts: units, people (without passwords), rounds and a year of work, written to an empty store.
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

/** Who is in the demonstration, as demo/ tells it, in the order in which visitors are shown them. */
export const demonstrationPeopleKey = 'demonstration.people'
const told = z.array(z.strictObject({ username: z.string(), about: z.string() }))

/** The people one click away, each with a line of who they are and how far their work has come. */
export const listDemoPeople = async (db: Db): Promise<z.output<typeof demoPerson>[]> => {
  const rows = new Map((await listDemoUsers(db)).map((row) => [row.username, row]))
  return told.parse(JSON.parse((await findMeta(db, demonstrationPeopleKey)) ?? '[]')).flatMap(({ username, about }) => {
    const row = rows.get(username)
    if (row === undefined) return []
    return [
      { username, name: row.name, role: role.parse(row.role), unit: row.unit, unitName: row.unitName ?? '系统管理', about },
    ]
  })
}

const notEmpty = (): Problem =>
  new Problem({
    code: 'demo.not_empty',
    status: 409,
    title: '已有数据',
    detail: '这里已经有数据，不再放入演示内容，数据没有变动。',
  })
