import type { Db } from '../database/database.ts'
import { deleteVisit, listMemberRows, listVisitRows } from './groups.queries.ts'
import type { RoundRow } from './rounds.queries.ts'

/**
 * After a round's inspectors were set by hand: a unit that is no longer seen by its whole group and by nobody else leaves
 * the group, so that groups never say otherwise than the round.
 */
export const keepGroupsInStep = async (
  trx: Db,
  round: Pick<RoundRow, 'bureau' | 'id'>,
  inspectors: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const members = await listMemberRows(trx, round)
  for (const visit of await listVisitRows(trx, round)) {
    const wanted = members.filter((row) => row.group_no === visit.group_no).map((row) => row.username)
    const given = inspectors[visit.unit] ?? []
    const isSame = given.length === wanted.length && wanted.every((username) => given.includes(username))
    if (!isSame) await deleteVisit(trx, round, visit.unit)
  }
}
