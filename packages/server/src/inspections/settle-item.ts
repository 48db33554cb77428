import { checkMark, toPoints } from '@zicha/core'
import { tooFine } from '../assessments/assessments.problems.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import type { SettledRow } from '../assessments/inspection-column.queries.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { stageForbids } from '../rounds/rounds.problems.ts'
import type { SettleBody, SettledMark } from './inspections.contract.ts'
import { markFaults, markYourselfFirst, nothingToSettle } from './inspections.problems.ts'
import { findSettledRow, insertSettledRow, updateSettledRow } from './inspections.queries.ts'

/**
 * The mark on which inspectors agreed after theirs differed. It stands in the place of both, with its reason; their own
 * marks stay beside it. Raises 409 where nothing differs, or where the caller has not marked the item.
 */
export const settleItem = async (
  writing: Writing,
  at: R & { readonly no: number },
  body: SettleBody,
): Promise<Reply<SettledMark>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  const column = await loadInspection(db, beneath)
  const item = column.items.find((one) => one.no === at.no)
  if (item === undefined) throw notFound()
  const problem = markFaults(checkMark(beneath.form, { item: at.no, ...body }, undefined))
  if (problem !== undefined) throw problem
  if (toPoints(body.score) % 10 !== 0) throw tooFine()
  if (!item.scores.some((one) => one.inspector === person.username)) throw markYourselfFirst()
  const row = await findSettledRow(db, beneath.key, at.no)
  if (row === undefined && !item.isDisputed) throw nothingToSettle({ no: at.no, score: item.score })
  const { bureau, round, unit } = beneath.key
  const wanted = (version: number): SettledRow => ({
    bureau,
    round,
    unit,
    item: at.no,
    score: toPoints(body.score),
    reason: body.reason,
    set_by: person.username,
    at: now.toISOString(),
    version,
  })
  const answer = (version: number): SettledMark => ({ no: at.no, ...body, by: person.username, version })
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current: item.settled === null ? undefined : { no: at.no, ...item.settled },
    isEqual: (current) => current.score === body.score && current.reason === body.reason,
    create: async () => {
      await insertSettledRow(db, wanted(1))
      return answer(1)
    },
    change: async (current) => {
      await updateSettledRow(db, wanted(current.version + 1))
      return answer(current.version + 1)
    },
  })
  if (reply.kind !== 'bytes' && reply.changed) {
    if (beneath.stage !== 'inspecting') throw stageForbids(beneath.stage)
    await raiseAssessmentVersion(db, beneath.key, now.toISOString())
  }
  return auditedBy(bureau, reply)
}
