import { isFixedDay } from '../lunar.ts'
import type { Form } from '../form/form.ts'
import { sum, toDecimal } from '../points.ts'
import type { Due, Missing, Plan } from './plan.ts'

/**
 * A plan as the server answers it and as a phone without a network reckons it: decimals, plain days. `dueOn`: the last
 * day on which the table may be handed in.
 */
export const toPlanJson = (form: Form, found: Plan, today: string, dueOn: string) => {
  const dueLine = (due: Due) => lineOf(due, lastDayOf(due, today, dueOn))
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
      kind: one.kind ?? null,
      entry: one.entry?.id ?? null,
      title: one.entry?.title ?? null,
      on: one.entry?.happenedOn ?? null,
    })),
    unanswered: {
      criteria: found.unanswered.length,
      points: toDecimal(sum(found.unanswered.map((one) => one.points))),
    },
  }
}

/**
 * By when: a fixed day while it lies ahead, and never after the table itself is due, for then nothing is recorded any
 * more. Once that day is past too, the deadline of the clause stands.
 */
const lastDayOf = ({ period, deadline, advisedBy }: Due, today: string, dueOn: string): string => {
  const day = advisedBy !== undefined && isFixedDay(period) ? advisedBy : deadline
  return dueOn >= today && dueOn < day ? dueOn : day
}

const lineOf = (due: Due, by: string) => ({
  criterion: due.criterion,
  item: due.item,
  what: due.what,
  kinds: [...due.kinds],
  by,
  suggestedOn: null,
  loses: toDecimal(due.loses),
  period: due.period,
})

/** A gap that a record may still close carries a day of its period; what is lost for good invites nothing. */
const missingLine = (missing: Missing, today: string) => {
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
