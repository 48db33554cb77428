import { mayEdit } from '@zicha/core'
import type { AssessmentStage, Form, UnitProfile } from '@zicha/core'
import type { Permission } from '../access/permissions.ts'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import type { Reply } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import { raiseAssessmentVersion } from './assessment-row.queries.ts'
import type { AssessmentKey, AssessmentRow } from './assessment-row.queries.ts'
import { stageForbids } from './rounds.problems.ts'
import { findBeneathRows } from './beneath.queries.ts'
import type { RoundRow } from './rounds.queries.ts'
import { unitProfile } from './unit-profile.ts'

/** R of the contract: one unit's assessment in one round, as an address names it. */
export type R = { readonly round: string; readonly unit: string }

/** What every write beneath R needs of its call. */
export type Writing = Pick<Call<Permission, unknown, unknown, unknown, unknown>, 'db' | 'person' | 'now' | 'ifMatch'>

export type Beneath = {
  readonly key: AssessmentKey
  readonly assessment: AssessmentRow
  readonly stage: AssessmentStage
  readonly round: RoundRow
  readonly form: Form
  readonly unitRow: UnitRow
  readonly unit: UnitProfile
}

/** Raises 404 where the round does not ask the unit. */
export const getBeneath = async (db: Db, at: R): Promise<Beneath> => {
  const rows = await findBeneathRows(db, at)
  if (rows === undefined) throw notFound()
  const { round, assessment, unit: unitRow } = rows
  const key = { bureau: round.bureau, round: round.id, unit: at.unit }
  const unit = unitProfile(unitRow.profile, assessment.budget)
  const { form } = await getEdition(db, round.form)
  return { key, assessment, stage: stageOf(assessment), round, form, unitRow, unit }
}

/** The column's check holds it to the stages there are. */
export const stageOf = (row: { readonly stage: string }): AssessmentStage => row.stage as AssessmentStage

/**
 * A write of what a school fills. It raises the assessment's version in the same transaction, so that a submission
 * either holds it or comes before it; a change after the submission is undone with 409, while the same call again
 * still gets its answer.
 */
export const fillBeneath = async <T>(
  writing: Writing,
  at: R,
  work: (beneath: Beneath) => Promise<Reply<T>>,
): Promise<Reply<T>> => {
  const beneath = await getBeneath(writing.db, at)
  const reply = await work(beneath)
  if (reply.kind === 'bytes' || !reply.changed) return reply
  if (!mayEdit(beneath.stage)) throw stageForbids(beneath.stage)
  await raiseAssessmentVersion(writing.db, beneath.key, writing.now.toISOString())
  return auditedBy(beneath.key.bureau, reply)
}

/** The audit row belongs to the bureau whose school was written to, whoever wrote: an inspector may be lent by another. */
export const auditedBy = <T>(bureau: string, reply: Reply<T>): Reply<T> =>
  reply.kind === 'bytes' ? reply : { ...reply, audit: { ...reply.audit, bureau } }
