import { checkMark, pointsFromThousandths, subtract, toDecimal, toPoints } from '@zicha/core'
import type { Points } from '@zicha/core'
import { tooFine } from '../assessments/assessments.problems.ts'
import { moveTo } from '../assessments/change-stage.ts'
import { findSealed } from '../assessments/find-sealed.ts'
import type { MarkRow } from '../assessments/inspection-column.queries.ts'
import type { Db } from '../database/database.ts'
import { forbidden, notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { stageForbids } from '../rounds/rounds.problems.ts'
import type { InspectionBody, InspectionMark } from './inspections.contract.ts'
import { markFaults, selfChanged } from './inspections.problems.ts'
import { findMarkRow, insertMarkRow, updateMarkRow } from './inspections.queries.ts'

/**
 * One inspector's own mark of one item. The first mark of a submitted assessment begins its inspection, with its row
 * in the history, in the same transaction. Raises 422 where it differs from the self score without a reason.
 */
export const markItem = async (
  writing: Writing,
  at: R & { readonly username: string; readonly no: number },
  body: InspectionBody,
): Promise<Reply<InspectionMark>> => {
  const { db, person, now } = writing
  if (at.username !== person.username) throw forbidden('检查得分各打各的，不能替别人打。没有改动。')
  const beneath = await getBeneath(db, at)
  if (!beneath.form.items.some((item) => item.no === at.no)) throw notFound()
  const selfScore = await getSelfScore(db, beneath, at.no)
  const { score, reason, remark, against } = body
  if (against !== undefined && against !== toDecimal(selfScore)) throw selfChanged(at.no, against, toDecimal(selfScore))
  const problem = markFaults(
    checkMark(beneath.form, { item: at.no, score, ...(reason === undefined ? {} : { reason }) }, selfScore),
  )
  if (problem !== undefined) throw problem
  if (toPoints(score) % 10 !== 0) throw tooFine()
  const row = await findMarkRow(db, beneath.key, at.no, person.username)
  const written = {
    score: toPoints(score),
    reason: reason ?? null,
    remark: remark === undefined || remark === '' ? null : remark,
    at: now.toISOString(),
  }
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current: row === undefined ? undefined : markAnswer(row, selfScore),
    isEqual: () =>
      row?.score === written.score && row.reason === written.reason && row.remark === written.remark,
    create: async () => {
      const { bureau, round, unit } = beneath.key
      const made: MarkRow = { bureau, round, unit, item: at.no, inspector: person.username, ...written, version: 1 }
      await insertMarkRow(db, made)
      return markAnswer(made, selfScore)
    },
    change: async (current) => {
      const { bureau, round, unit } = beneath.key
      const changed: MarkRow = {
        bureau, round, unit, item: at.no, inspector: person.username, ...written, version: current.version + 1,
      }
      await updateMarkRow(db, changed)
      return markAnswer(changed, selfScore)
    },
  })
  if (reply.kind !== 'bytes' && reply.changed) await beginInspection(writing, beneath)
  return auditedBy(beneath.key.bureau, reply)
}

/** Refuses marks outside the inspection, begins it with the first one, and raises the assessment's version. */
const beginInspection = async (writing: Writing, beneath: Beneath): Promise<void> => {
  if (beneath.stage === 'submitted') await moveTo(writing, beneath, 'inspecting', undefined)
  else if (beneath.stage === 'inspecting') {
    await raiseAssessmentVersion(writing.db, beneath.key, writing.now.toISOString())
  } else throw stageForbids(beneath.stage)
}

/** The self score that was submitted. Before a submission there is none to hold a mark against. */
const getSelfScore = async (db: Db, beneath: Beneath, no: number): Promise<Points> => {
  const sealed = await findSealed(db, beneath)
  if (sealed === undefined) throw stageForbids(beneath.stage)
  return toPoints(sealed.content.self.items.find((item) => item.no === no)?.score ?? 0)
}

const markAnswer = (row: MarkRow, selfScore: Points): InspectionMark => {
  const score = pointsFromThousandths(row.score)
  return {
    inspector: row.inspector,
    no: row.item,
    score: toDecimal(score),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.remark === null ? {} : { remark: row.remark }),
    selfScore: toDecimal(selfScore),
    difference: toDecimal(subtract(score, selfScore)),
    version: row.version,
  }
}
