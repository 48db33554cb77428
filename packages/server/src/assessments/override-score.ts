import { checkOverride, pointsFromThousandths, toDecimal, toPoints } from '@zicha/core'
import { notFound, stale } from '../http/problem.ts'
import { nothing, nothingChanged, ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { ScoreAnswer } from './assessments.contract.ts'
import { overrideFaults, tooFine } from './assessments.problems.ts'
import { deleteOverrideRow, listOverrideRows, upsertOverrideRow } from './assessments.queries.ts'
import { noteChanges } from './note-changes.ts'
import { livingScore } from './score-answer.ts'

type OverrideBody = { readonly score: number; readonly reason: string; readonly givenBy?: string | undefined }

/** 改自查分: a person's own mark with its reason, in the place of the reckoned one. Answers the new score. */
export const overrideScore = (
  writing: Writing,
  at: R & { readonly criterion: string },
  body: OverrideBody,
): Promise<Reply<ScoreAnswer>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db } = writing
    const { key, form } = beneath
    if (!form.criteria.some((criterion) => criterion.id === at.criterion)) throw notFound()
    const problem = overrideFaults(checkOverride(form, { criterion: at.criterion, score: body.score, reason: body.reason }))
    if (problem !== undefined) throw problem
    if (toPoints(body.score) % 10 !== 0) throw tooFine()
    const present = (await listOverrideRows(db, key)).find((row) => row.criterion === at.criterion)
    const isSame = present?.reason === body.reason && toDecimal(pointsFromThousandths(present.score)) === body.score
    if (isSame) return unchanged(await livingScore(db, beneath))
    await refuseStale(writing, beneath)
    await upsertOverrideRow(db, {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      criterion: at.criterion,
      score: toPoints(body.score),
      reason: body.reason,
      set_by: writing.person.username,
      set_at: writing.now.toISOString(),
    })
    await noteChanges(writing, beneath, [{ kind: 'mark', key: at.criterion, value: toPoints(body.score), reason: body.reason }], body.givenBy)
    return ok(raised(await livingScore(db, beneath)))
  })

/** Back to the reckoned mark. */
export const withdrawOverride = (writing: Writing, at: R & { readonly criterion: string }, givenBy?: string): Promise<Reply<never>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db } = writing
    const isThere = (await listOverrideRows(db, beneath.key)).some((row) => row.criterion === at.criterion)
    if (!isThere) return nothingChanged()
    await refuseStale(writing, beneath)
    await deleteOverrideRow(db, beneath.key, at.criterion)
    await noteChanges(writing, beneath, [{ kind: 'mark', key: at.criterion, value: null, reason: null }], givenBy)
    return nothing()
  })

/** With If-Match: 412 with the score as it stands, where anything of the assessment changed since it was read. */
const refuseStale = async ({ db, ifMatch }: Writing, beneath: Beneath): Promise<void> => {
  if (ifMatch !== undefined && ifMatch !== beneath.assessment.version) throw stale(await livingScore(db, beneath))
}

/** The version that the assessment has once this write has raised it. */
const raised = (score: ScoreAnswer): ScoreAnswer => ({ ...score, version: score.version + 1 })
