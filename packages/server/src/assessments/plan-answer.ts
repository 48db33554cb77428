import { ownMarksOf, plan, toPlanJson } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import type { PlanAnswer } from './assessments.contract.ts'
import { reckonSelf } from './reckon-self.ts'

/** Where a unit stands today: lost, due, missing, still to come, and what lacks its papers. */
export const planAnswer = async (db: Db, beneath: Beneath, today: string): Promise<PlanAnswer> => {
  const { form, unit, round } = beneath
  const { entries, facts, calendar, self } = await reckonSelf(db, beneath)
  return toPlanJson(form, plan({ form, entries, facts, unit, year: round.year, today, calendar, ownMarks: ownMarksOf(self) }), today)
}
