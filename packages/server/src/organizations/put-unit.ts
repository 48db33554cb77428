import { rootUnit } from '../access/person.ts'
import { lineOf } from '../access/relation.ts'
import type { Db } from '../database/database.ts'
import type { IfMatch } from '../http/if-match.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import type { Unit, UnitBody } from './organizations.contract.ts'
import { bodyOfUnit, profileText, unitFromRow } from './read-unit-row.ts'
import { bureauFixed, codeReserved, kindFixed, parentMissing, parentUnfit } from './units.problems.ts'
import { findUnitRow, forgetSummariesOf, hasUnitsUnder, insertUnit, isUnitInUse, updateUnit } from './units.queries.ts'

/**
 * Makes a unit or changes it. Offices may stand in any depth: a city under a city (a province), a bureau under a city or
 * another bureau (the schools' office of a town), a school under either.
 */
export const putUnit = async (trx: Db, code: string, body: UnitBody, ifMatch: IfMatch): Promise<Reply<Unit>> => {
  if (code === rootUnit) throw codeReserved()
  const row = await findUnitRow(trx, code)
  const bureau = await bureauOf(trx, code, body)
  const wanted = {
    bureau,
    code,
    name: body.name,
    kind: body.kind,
    parent: body.parent ?? null,
    profile: profileText(body),
  }
  return putResource({
    ifMatch,
    bureau,
    current: row === undefined ? undefined : unitFromRow(row),
    isEqual: (current) => sameContent(bodyOfUnit(current), body),
    create: async () => {
      const made = { ...wanted, version: 1 }
      await insertUnit(trx, made)
      return unitFromRow({ ...made, out_of_use_at: null, out_of_use_reason: null })
    },
    change: async (current) => {
      if (current.kind !== body.kind) throw kindFixed(current)
      if (row === undefined) throw new Error('a unit that is there has no row')
      const moves = row.bureau !== bureau
      if (moves && ((await hasUnitsUnder(trx, code)) || (await isUnitInUse(trx, code)))) throw bureauFixed(current)
      const changed = { ...row, ...wanted, version: current.version + 1 }
      await updateUnit(trx, changed)
      await forgetSummariesOf(trx, { unit: code })
      return unitFromRow(changed)
    },
  })
}

/** The office that the unit stands under, or the office itself: whose it is. */
const bureauOf = async (trx: Db, code: string, body: UnitBody): Promise<string> => {
  if (body.parent === undefined) return code
  if (body.parent === code) throw parentUnfit('单位不能是自己的上级，请改上级单位。')
  const parent = await findUnitRow(trx, body.parent)
  if (parent === undefined) throw parentMissing(body.parent)
  if (parent.kind === 'school') throw parentUnfit('上级单位是学校，请改成教育局或市级单位。')
  if (body.kind === 'school') return parent.code
  if (body.kind === 'city' && parent.kind === 'bureau') throw parentUnfit('市级单位的上级不能是教育局，请改上级单位。')
  if ((await lineOf(trx, parent.code)).includes(code)) throw parentUnfit(`${parent.name}归${body.name}管，不能做它的上级。请改上级单位。`)
  return code
}
