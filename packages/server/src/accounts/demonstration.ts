import type { Role } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { findMeta, putMeta } from '../database/migrate.ts'
import { Problem, notFound } from '../http/problem.ts'
import type { Storage } from '../storage/storage.ts'
import type { z } from 'zod'
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

/** Loaded only here, when somebody asks for it: the program does not carry invented people about. */
const demoModule = '../demo/fill-demonstration.ts'

/** Raises 409 where anybody is there already. */
export const fillEmptyStore = async (trx: Db, storage: Storage, now: Date): Promise<void> => {
  if (await hasAnyUser(trx)) throw notEmpty()
  const { fillDemonstration } = (await import(demoModule)) as { readonly fillDemonstration: FillDemonstration }
  await fillDemonstration({ db: trx, storage, now })
  await putMeta(trx, demonstrationKey, '1')
}

/** Raises 404 in every store that is not the demonstration. */
export const demandDemonstration = async (db: Db): Promise<void> => {
  if ((await findMeta(db, demonstrationKey)) === undefined) throw notFound()
}

/** The people one click away: everybody outside the schools, and those of the first two schools. */
export const listDemoPeople = async (db: Db): Promise<z.output<typeof demoPerson>[]> => {
  const rows = await listDemoUsers(db)
  const schools = [...new Set(rows.filter((row) => row.kind === 'school').map((row) => row.unit))].slice(0, 2)
  return rows
    .filter((row) => row.kind !== 'school' || schools.includes(row.unit))
    .map((row) => {
      const held = role.parse(row.role)
      return {
        username: row.username,
        name: row.name,
        role: held,
        unit: row.unit,
        unitName: row.unitName ?? '系统管理',
        about: about[held],
      }
    })
    .sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role))
}

const order: readonly Role[] = ['clerk', 'secretary', 'bureau', 'inspector', 'city', 'admin']

const about: Readonly<Record<Role, string>> = {
  clerk: '记活动、传材料、快速核对，看每一条为什么是这个分',
  secretary: '看还缺什么、失几分，核对后提交，签字定稿',
  bureau: '发起检查，看各校进度，退回、分配检查人、汇总',
  inspector: '到校逐条检查，同意自查或写明理由，合成检查表',
  city: '看各县区的进度和汇总，只读',
  admin: '建单位、设人员，看操作记录',
}

const notEmpty = (): Problem =>
  new Problem({
    code: 'demo.not_empty',
    status: 409,
    title: '已有数据',
    detail: '这里已经有数据，不再放入演示内容，数据没有变动。',
  })
