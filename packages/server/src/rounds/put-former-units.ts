import type { Db } from '../database/database.ts'
import { findFormerUnits, formerCodes, upsertFormerUnits } from '../accounts/former-units.queries.ts'
import { findUserRow } from '../accounts/users.queries.ts'
import type { IfMatch } from '../http/if-match.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import type { FormerUnits, FormerUnitsBody } from './groups.contract.ts'
import { formerUnitsRefused } from './rounds.problems.ts'
import { listUnitsByCode } from './rounds.queries.ts'

/** Where an inspector worked before; none, as version 1, where nobody said anything. Raises 404 for a person who is not there. */
export const getFormerUnits = async (db: Db, username: string): Promise<FormerUnits> => {
  if ((await findUserRow(db, username)) === undefined) throw notFound()
  return findAnswer(db, username)
}

const findAnswer = async (db: Db, username: string): Promise<FormerUnits> => {
  const row = await findFormerUnits(db, username)
  return row === undefined ? { units: [], version: 1 } : { units: formerCodes.parse(JSON.parse(row.units)), version: row.version }
}

/** Sets them: codes of units that exist, and nothing else about the person. Raises 422 for codes of no unit. */
export const putFormerUnits = async (trx: Db, username: string, body: FormerUnitsBody, ifMatch: IfMatch): Promise<Reply<FormerUnits>> => {
  const user = await findUserRow(trx, username)
  if (user === undefined) throw notFound()
  const units = [...new Set(body.units)].sort()
  const known = new Set((await listUnitsByCode(trx, units)).map(({ code }) => code))
  const unknown = body.units.flatMap((code, index) =>
    known.has(code) ? [] : [{ pointer: `#/units/${index}`, detail: `没有编码为“${code}”的单位，请核对。` }],
  )
  if (unknown.length > 0) throw formerUnitsRefused(unknown)
  const exists = (await findFormerUnits(trx, username)) !== undefined
  const save = async (version: number): Promise<FormerUnits> => {
    await upsertFormerUnits(trx, { bureau: user.bureau, username, units: JSON.stringify(units), version })
    return { units, version }
  }
  return putResource({
    ifMatch,
    bureau: user.bureau,
    current: exists || ifMatch !== undefined ? await findAnswer(trx, username) : undefined,
    isEqual: (current) => current.units.join(' ') === units.join(' '),
    create: () => save(1),
    change: (current) => save(current.version + 1),
  })
}
