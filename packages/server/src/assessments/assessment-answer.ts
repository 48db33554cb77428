import { mayEdit } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { getCalendar } from '../organizations/put-calendar.ts'
import { unitFromRow } from '../organizations/read-unit-row.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { listInspectorsOfUnit } from '../rounds/rounds.queries.ts'
import { budgetFromFen } from '../rounds/unit-profile.ts'
import type { AssessmentAnswer } from './assessments.contract.ts'
import { assessmentStage } from './assessments.contract.ts'
import { listRemarkRows, listStageChanges } from './assessments.queries.ts'
import { findSealed } from './find-sealed.ts'

/** What every page about one unit's assessment starts from. */
export const assessmentAnswer = async (db: Db, beneath: Beneath): Promise<AssessmentAnswer> => {
  const { key, round, assessment, stage } = beneath
  const bureau = await findUnitRow(db, key.bureau)
  const sealed = await findSealed(db, beneath)
  const budget = budgetFromFen(assessment.budget)
  const { springStartsOn, autumnStartsOn } = await getCalendar(db, key.bureau)
  const remarks = sealed?.content.remarks ?? (await remarksOf(db, beneath))
  return {
    round: round.id,
    form: round.form,
    year: round.year,
    dueOn: round.due_on,
    unit: unitFromRow(beneath.unitRow),
    bureauName: bureau?.name ?? key.bureau,
    calendar: { springStartsOn, autumnStartsOn },
    stage,
    editable: mayEdit(stage),
    remarks,
    figures: budget === undefined ? {} : { budget },
    inspectors: await listInspectorsOfUnit(db, key.bureau, key.round, key.unit),
    history: await historyOf(db, beneath),
    ...(sealed === undefined
      ? {}
      : { snapshot: { hash: sealed.hash, code: sealed.code, total: sealed.total, at: sealed.at } }),
    version: assessment.version,
  }
}

export const remarksOf = async (db: Db, beneath: Pick<Beneath, 'key'>): Promise<Record<string, string>> =>
  Object.fromEntries((await listRemarkRows(db, beneath.key)).map((row) => [String(row.item), row.text]))

const historyOf = async (db: Db, beneath: Beneath): Promise<AssessmentAnswer['history']> =>
  (await listStageChanges(db, beneath.key)).map((row) => ({
    at: row.at,
    by: row.by_user,
    byName: row.by_name ?? row.by_user,
    from: assessmentStage.parse(row.from_stage),
    to: assessmentStage.parse(row.to_stage),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
