import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { findMeta, putMeta } from '../database/migrate.ts'
import type { demoPerson } from './accounts.contract.ts'
import { role } from './accounts.contract.ts'
import { listDemoUsers } from './demonstration.queries.ts'

/** Who is in the demonstration, as demo/ tells it, in the order in which visitors are shown them. */
const peopleKey = 'demonstration.people'
const told = z.array(z.strictObject({ username: z.string(), about: z.string() }))

export const keepDemoPeople = (trx: Db, people: z.output<typeof told>): Promise<void> =>
  putMeta(trx, peopleKey, JSON.stringify(people))

/** The people one click away, each with a line of who they are and how far their work has come. */
export const listDemoPeople = async (db: Db): Promise<z.output<typeof demoPerson>[]> => {
  const rows = new Map((await listDemoUsers(db)).map((row) => [row.username, row]))
  return told.parse(JSON.parse((await findMeta(db, peopleKey)) ?? '[]')).flatMap(({ username, about }) => {
    const row = rows.get(username)
    if (row === undefined) return []
    return [
      { username, name: row.name, role: role.parse(row.role), unit: row.unit, unitName: row.unitName ?? '系统管理', about },
    ]
  })
}
