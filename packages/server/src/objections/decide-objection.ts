import { checkMark, toPoints } from '@zicha/core'
import { tooFine } from '../assessments/assessments.problems.ts'
import { findSealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import { sealAmendment } from '../assessments/seal-snapshot.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { DecisionBody, Objection } from './objections.contract.ts'
import { decisionFaults, scoreUnchanged } from './objections.problems.ts'
import { decideObjectionRow, upsertAmendedRow } from './objections.queries.ts'
import { getObjection } from './view-objections.ts'

/**
 * The bureau's decision, once. Where a mark changes, what the inspectors gave stays as it is: the decided mark is laid
 * beside it and the sheet sealed anew, naming the one before. The stage stays where it is.
 */
export const decideObjection = async (writing: Writing, at: R & { readonly uuid: string }, body: DecisionBody): Promise<Reply<Objection>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  const objection = await getObjection(db, beneath, at.uuid)
  const decide = async (): Promise<Objection> => {
    const row = await raiseAssessmentVersion(db, beneath.key, now.toISOString())
    const sheet = body.outcome === 'refused' ? null : await amend(writing, beneath, objection, body, row.version)
    await decideObjectionRow(db, beneath.key, at.uuid, {
      outcome: body.outcome,
      decided_score: toPoints(body.outcome === 'refused' ? objection.score : body.score),
      decision_reason: body.reason,
      decided_by: person.username,
      decided_at: now.toISOString(),
      decided_sheet: sheet,
      version: objection.version + 1,
    })
    return getObjection(db, beneath, at.uuid)
  }
  const reply = await putResource({
    // A decision is made once: there is nothing to change it with.
    ifMatch: undefined,
    current: objection.decision === null ? undefined : objection,
    isEqual: ({ decision }) =>
      decision?.outcome === body.outcome && decision.reason === body.reason && (body.outcome === 'refused' || decision.score === body.score),
    create: decide,
    change: decide,
  })
  return auditedBy(beneath.key.bureau, reply)
}

/** Lays the decided mark beside the given ones and seals the sheet with it; the hash of the new sheet. */
const amend = async (
  writing: Writing,
  beneath: Beneath,
  objection: Objection,
  { score, reason }: { readonly score: number; readonly reason: string },
  version: number,
): Promise<string> => {
  const { db, now } = writing
  const { bureau, round, unit } = beneath.key
  const problem = decisionFaults(checkMark(beneath.form, { item: objection.no, score, reason }, undefined))
  if (problem !== undefined) throw problem
  if (toPoints(score) % 10 !== 0) throw tooFine()
  const former = (await loadInspection(db, beneath)).items.find((item) => item.no === objection.no)?.score
  const sealed = await findSealed(db, beneath)
  if (former === undefined || former === null || sealed === undefined) throw notFound()
  if (former === score) throw scoreUnchanged()
  const at = now.toISOString()
  await upsertAmendedRow(db, {
    bureau, round, unit, item: objection.no, score: toPoints(score), former: toPoints(former), reason, objection: objection.id, at,
  })
  const { hash } = await sealAmendment(writing, beneath, version, sealed, { no: objection.no, former, score, reason, objection: objection.id, at })
  return hash
}
