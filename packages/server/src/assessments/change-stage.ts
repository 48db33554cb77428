import { next, stageSteps } from '@zicha/core'
import type { AssessmentStage, Role } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { forbidden, stale } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { insertStageChange, raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { StageAnswer, StageBody } from './assessments.contract.ts'
import { reachedOtherwise, stepRefused } from './assessments.problems.ts'
import { listStageChanges } from './assessments.queries.ts'
import { findSealed } from './find-sealed.ts'
import { sealSnapshot } from './seal-snapshot.ts'

/** Stages that are sealed when they are reached. A frozen assessment keeps the seal of its signature. */
const sealing: readonly AssessmentStage[] = ['submitted', 'inspected', 'signed']

/**
 * Moves an assessment to its next stage, seals it where the stage asks for it and writes the step into its history, all
 * in one transaction: of many equal calls one moves it, the others get the same answer.
 */
export const changeStage = async (writing: Writing, at: R, body: StageBody): Promise<Reply<StageAnswer>> => {
  const beneath = await getBeneath(writing.db, at)
  const role = writing.person.role
  if (!mayReach(role, body.to)) throw forbidden()
  const current = await stageAnswer(writing.db, beneath)
  if (beneath.stage === body.to) {
    // Two returned it at once, each with their own words: what was not kept is never answered as if it were.
    const last = (await listStageChanges(writing.db, beneath.key)).at(-1)
    if (body.reason !== undefined && body.reason !== last?.reason) throw reachedOtherwise(current)
    return unchanged(current)
  }
  if (writing.ifMatch !== undefined && writing.ifMatch !== beneath.assessment.version) throw stale(current)
  const reached = next(beneath.stage, role, body.to, body.reason)
  if (typeof reached !== 'string') throw stepRefused(reached, current)
  const snapshot = await moveTo(writing, beneath, reached, body.reason)
  return ok(
    { stage: reached, version: beneath.assessment.version + 1, ...(snapshot === undefined ? {} : { snapshot }) },
    { audit: { action: `stage.${reached}`, bureau: beneath.key.bureau } },
  )
}

/** Writes one step, its history row and its seal. The caller has asked `next` whether it may be taken. */
export const moveTo = async (
  writing: Writing,
  beneath: Beneath,
  reached: AssessmentStage,
  reason: string | undefined,
): Promise<StageAnswer['snapshot']> => {
  const { db, person, now } = writing
  const before = await findSealed(db, beneath)
  const row = await raiseAssessmentVersion(db, beneath.key, now.toISOString(), { stage: reached })
  await insertStageChange(db, beneath.key, {
    at: now.toISOString(),
    by_user: person.username,
    from_stage: beneath.stage,
    to_stage: reached,
    reason: reason ?? null,
  })
  if (sealing.includes(reached)) return sealSnapshot(writing, beneath, { stage: reached, version: row.version }, before)
  return reached === 'returned' || before === undefined ? undefined : { hash: before.hash, total: before.total }
}

const mayReach = (role: Role, to: AssessmentStage): boolean =>
  stageSteps.some((step) => step.to === to && step.by.includes(role))

export const stageAnswer = async (db: Db, beneath: Beneath): Promise<StageAnswer> => {
  const sealed = await findSealed(db, beneath)
  return {
    stage: beneath.stage,
    version: beneath.assessment.version,
    ...(sealed === undefined ? {} : { snapshot: { hash: sealed.hash, total: sealed.total } }),
  }
}
