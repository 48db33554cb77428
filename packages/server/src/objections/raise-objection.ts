import { toPoints } from '@zicha/core'
import { findSealed } from '../assessments/find-sealed.ts'
import { notFound, otherContent } from '../http/problem.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { Objection, ObjectionBody } from './objections.contract.ts'
import { notSignedYet, objectionOpen, objectionTooLate } from './objections.problems.ts'
import { findObjectionRow, insertObjectionRow, listObjectionRows } from './objections.queries.ts'
import { getObjection, objectionsUntil } from './view-objections.ts'

/**
 * An objection to one mark of the signed sheet. It names the sheet as it stood, and never changes afterwards. Raises 409
 * before the signature, after the last day, and while another objection to the same mark is open.
 */
export const raiseObjection = async (writing: Writing, at: R & { readonly uuid: string }, body: ObjectionBody): Promise<Reply<Objection>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  const { key } = beneath
  const evidence = body.evidence ?? []
  const present = await findObjectionRow(db, key, at.uuid)
  if (present !== undefined) {
    const current = await getObjection(db, beneath, at.uuid)
    const isSame = current.no === body.no && current.reason === body.reason && sameContent(current.evidence, evidence)
    if (!isSame || writing.ifMatch !== undefined) throw otherContent(current)
    return unchanged(current)
  }
  const sealed = await findSealed(db, beneath)
  const until = await objectionsUntil(db, beneath)
  const score = sealed?.content.inspection?.items.find((item) => item.no === body.no)?.score
  if (sealed === undefined || until === null) throw notSignedYet()
  if (score === undefined || score === null) throw notFound()
  if (dayFromInstant(now.toISOString()) > until) throw objectionTooLate(until)
  const open = (await listObjectionRows(db, key)).find((row) => row.item === body.no && row.outcome === null)
  if (open !== undefined) throw objectionOpen(await getObjection(db, beneath, open.id))
  const { bureau, round, unit } = key
  await insertObjectionRow(db, {
    bureau, round, unit,
    id: at.uuid,
    item: body.no,
    score: toPoints(score),
    sheet: sealed.hash,
    reason: body.reason,
    evidence: JSON.stringify(evidence),
    raised_by: person.username,
    raised_at: now.toISOString(),
    outcome: null,
    decided_score: null,
    decision_reason: null,
    decided_by: null,
    decided_at: null,
    decided_sheet: null,
    version: 1,
  })
  await raiseAssessmentVersion(db, key, now.toISOString())
  return auditedBy(bureau, created(await getObjection(db, beneath, at.uuid)))
}
