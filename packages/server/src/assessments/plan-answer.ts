import { plan, sum, toDecimal } from '@zicha/core'
import type { Due, Missing } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import type { PlanAnswer } from './assessments.contract.ts'
import { reckonSelf } from './reckon-self.ts'

/** Where a unit stands today: lost, due, missing, still to come, and what lacks its papers. */
export const planAnswer = async (db: Db, beneath: Beneath, today: string): Promise<PlanAnswer> => {
  const { form, unit, round } = beneath
  const { entries, facts, calendar } = await reckonSelf(db, beneath)
  const found = plan({ form, entries, facts, unit, year: round.year, today, calendar })
  const pointsOf = new Map(form.criteria.map((criterion) => [criterion.id, criterion.points]))
  return {
    today,
    lost: toDecimal(found.lost),
    reachable: toDecimal(found.reachable),
    full: toDecimal(found.full),
    due: found.due.map(dueLine),
    missing: found.missing.map((one) => missingLine(one, today)),
    upcoming: found.upcoming.map(dueLine),
    lackingEvidence: found.lackingEvidence.map((one) => ({
      criterion: one.criterion,
      item: one.item,
      what: one.what,
      asked: [...one.asks],
      points: pointsOf.get(one.criterion) ?? 0,
      entry: one.entry?.id ?? null,
    })),
    unanswered: {
      criteria: found.unanswered.length,
      points: toDecimal(sum(found.unanswered.map((one) => one.points))),
    },
  }
}

type Line = PlanAnswer['due'][number]

const dueLine = (due: Due): Line => ({
  criterion: due.criterion,
  item: due.item,
  what: due.what,
  kinds: [...due.kinds],
  by: due.deadline,
  suggestedOn: null,
  loses: toDecimal(due.loses),
  period: due.period,
})

/** A gap that a record may still close carries a day of its period; what is lost for good invites nothing. */
const missingLine = (missing: Missing, today: string): Line => {
  const isRepairable = missing.repair === 'record_if_held'
  return {
    criterion: missing.criterion,
    item: missing.item,
    what: missing.what,
    kinds: isRepairable ? [...missing.kinds] : [],
    by: null,
    suggestedOn: isRepairable ? dayWithin(missing, today) : null,
    loses: toDecimal(missing.loses),
    period: missing.period ?? null,
  }
}

const dayWithin = ({ from, to }: Missing, today: string): string | null => {
  if (from === undefined || to === undefined) return null
  return to < today ? to : from > today ? null : today
}
