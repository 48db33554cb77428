import { ownMarksOf, plan, toPlanJson } from '@zicha/core'
import type { Plan } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import type { PlanAnswer } from './assessments.contract.ts'
import { reckonSelf } from './reckon-self.ts'
import type { Self } from './reckon-self.ts'

/** Where a unit stands today: lost, due, missing, still to come, and what lacks its papers. */
export const planAnswer = async (db: Db, beneath: Beneath, today: string): Promise<PlanAnswer> =>
  toPlanJson(beneath.form, planOf(beneath, await reckonSelf(db, beneath), today), today, beneath.round.due_on)

export const planOf = ({ form, unit, round }: Beneath, { entries, facts, calendar, self }: Self, today: string): Plan =>
  plan({ form, entries, facts, unit, year: round.year, today, calendar, ownMarks: ownMarksOf(self) })
