import { rootUnit } from '../access/person.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import type { IfMatch } from '../http/if-match.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { User, UserBody } from './accounts.contract.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { checkPassword } from './password-rules.ts'
import { userFromRow } from './read-user-row.ts'
import { deleteSessionsOf } from './sessions.queries.ts'
import { lastAdmin, roleNotYours, roleUnfit, unitMissing } from './users.problems.ts'
import { countOtherAdmins, findUserRow, insertUser, updateUser } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

/** What is reckoned before the transaction opens: whether the password is the kept one, and its hash where it is not. */
export type PreparedPassword = { readonly hash: string | undefined }

export const preparePassword = async (db: Db, username: string, body: UserBody): Promise<PreparedPassword> => {
  if (body.password === undefined) return { hash: undefined }
  const row = await findUserRow(db, username)
  if (row?.password_hash !== undefined && (await isPassword(body.password, row.password_hash))) return { hash: undefined }
  checkPassword(body.password, { username, name: body.name })
  return { hash: await hashPassword(body.password) }
}

/**
 * Makes a person or changes one. A new password, a new unit and being closed end all of the person's sessions, within
 * the same transaction. Raises 422 where unit and role do not go together, 403 for roles that only an admin gives.
 */
export const putUser = async (
  trx: Db,
  by: Person,
  username: string,
  body: UserBody,
  prepared: PreparedPassword,
  ifMatch: IfMatch,
): Promise<Reply<User>> => {
  const home = await homeOf(trx, body)
  const row = await findUserRow(trx, username)
  if (by.role !== 'admin' && (body.role === 'admin' || body.role === 'city')) throw roleNotYours()
  const wanted = (active: boolean) => ({ ...home, username, name: body.name, role: body.role, active: active ? 1 : 0 })
  return putResource({
    ifMatch,
    bureau: home.bureau,
    current: row === undefined ? undefined : userFromRow(row),
    isEqual: (current) =>
      current.name === body.name &&
      current.role === body.role &&
      current.unit === home.unit &&
      current.active === (body.active ?? current.active) &&
      prepared.hash === undefined,
    create: async () => {
      const made: UserRow = {
        ...wanted(body.active ?? true),
        password_hash: prepared.hash ?? null,
        last_sign_in_at: null,
        ends_on: null,
        version: 1,
      }
      await insertUser(trx, made)
      return userFromRow(made)
    },
    change: async (current) => {
      const active = body.active ?? current.active
      if (current.role === 'admin' && (body.role !== 'admin' || !active) && (await countOtherAdmins(trx, username)) === 0) {
        throw lastAdmin(current)
      }
      const changed: UserRow = {
        ...wanted(active),
        password_hash: prepared.hash ?? row?.password_hash ?? null,
        last_sign_in_at: row?.last_sign_in_at ?? null,
        // Opened or closed by hand: what a handover set is over.
        ends_on: active === current.active ? (row?.ends_on ?? null) : null,
        version: current.version + 1,
      }
      await updateUser(trx, changed)
      if (prepared.hash !== undefined || !active || home.unit !== current.unit) await deleteSessionsOf(trx, username)
      return userFromRow(changed)
    },
  })
}

/** The unit that the person's rows bear. An admin stands above all units, whichever the body names. */
const homeOf = async (trx: Db, body: UserBody): Promise<{ readonly unit: string; readonly bureau: string }> => {
  if (body.role === 'admin') return { unit: rootUnit, bureau: rootUnit }
  const unit = await findUnitRow(trx, body.unit)
  if (unit === undefined) throw unitMissing(body.unit)
  if (body.role === 'bureau' && unit.kind === 'school') throw roleUnfit('教育局的岗位要放在教育局，请改单位。')
  if (body.role === 'city' && unit.kind === 'school') throw roleUnfit('市级的岗位要放在市级单位，请改单位。')
  return { unit: unit.code, bureau: unit.bureau }
}
