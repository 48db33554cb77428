import type { Db } from '../database/database.ts'
import type { IfMatch } from '../http/if-match.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import type { Unit, UnitUseBody } from './organizations.contract.ts'
import { unitFromRow } from './read-unit-row.ts'
import { onlySchools, stillInRounds } from './units.problems.ts'
import { findUnitRow, listUnfrozenYears, updateUnit } from './units.queries.ts'

/**
 * Takes a school out of use, or back into it. Nothing is deleted and nobody's account changes: it is no longer offered to
 * new rounds, draws, groups and lists. Raises 422 for an office, 409 where a table of it is not frozen and nobody said so.
 */
export const useUnit = async (trx: Db, code: string, body: UnitUseBody, ifMatch: IfMatch, now: Date): Promise<Reply<Unit>> => {
  const row = await findUnitRow(trx, code)
  if (row === undefined) throw notFound()
  if (row.kind !== 'school') throw onlySchools()
  const change = async (): Promise<Unit> => {
    if (!body.inUse && body.evenInRounds !== true) {
      const years = await listUnfrozenYears(trx, code)
      if (years.length > 0) throw stillInRounds(years, unitFromRow(row))
    }
    const changed = {
      ...row,
      out_of_use_at: body.inUse ? null : (row.out_of_use_at ?? now.toISOString()),
      out_of_use_reason: body.inUse ? null : body.reason,
      version: row.version + 1,
    }
    await updateUnit(trx, changed)
    return unitFromRow(changed)
  }
  return putResource({
    ifMatch,
    bureau: row.bureau,
    current: unitFromRow(row),
    isEqual: ({ outOfUse }) => (body.inUse ? outOfUse === undefined : outOfUse?.reason === body.reason),
    create: change,
    change,
  })
}
