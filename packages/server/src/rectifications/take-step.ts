import { nextRectification } from '@zicha/core'
import { notFound, otherContent, stale } from '../http/problem.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import type { Rectification, RectificationStepBody } from './rectifications.contract.ts'
import { rectificationRefused } from './rectifications.problems.ts'
import { insertStepRow, updateRectificationRow } from './rectifications.queries.ts'
import { findRectification } from './view-rectifications.ts'

/**
 * The next step under its number: the same call again is the same step, another one under a number that is taken is
 * refused, so that of two people at once one goes first and the other sees it. Steps are never changed.
 */
export const takeStep = async (
  writing: Writing,
  at: R & { readonly uuid: string; readonly no: number },
  body: RectificationStepBody,
): Promise<Reply<Rectification>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  const { bureau, round, unit } = beneath.key
  const current = await findRectification(db, beneath, at.uuid)
  if (current === undefined) throw notFound()
  const wanted = contentOf(body)
  const taken = current.steps.find((step) => step.no === at.no)
  if (taken !== undefined) {
    const { kind, text, before, after, by } = taken
    if (by !== person.username || !sameContent({ kind, text, before, after }, { kind: body.kind, ...wanted })) throw otherContent(current)
    return unchanged(current)
  }
  const reached = nextRectification(current.state, person.role, body.kind)
  if (typeof reached !== 'string') throw rectificationRefused(reached, current)
  if (at.no !== current.steps.length + 1) throw stale(current)
  await insertStepRow(db, {
    bureau, round, unit,
    rectification: at.uuid,
    no: at.no,
    kind: body.kind,
    text: wanted.text,
    before: JSON.stringify(wanted.before),
    after: JSON.stringify(wanted.after),
    by_user: person.username,
    at: now.toISOString(),
  })
  await updateRectificationRow(db, beneath.key, at.uuid, { state: reached, version: current.version + 1 })
  await raiseAssessmentVersion(db, beneath.key, now.toISOString())
  const answer = await findRectification(db, beneath, at.uuid)
  if (answer === undefined) throw notFound()
  return auditedBy(bureau, created(answer, { audit: { action: `rectification.${body.kind}` } }))
}

const contentOf = (body: RectificationStepBody): Pick<Rectification['steps'][number], 'text' | 'before' | 'after'> => {
  switch (body.kind) {
    case 'plan':
    case 'return':
      return { text: body.text, before: [], after: [] }
    case 'report':
      return { text: body.text, before: body.before ?? [], after: body.after ?? [] }
    case 'approve':
    case 'accept':
      return { text: '', before: [], after: [] }
  }
}
