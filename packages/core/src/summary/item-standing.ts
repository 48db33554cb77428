import type { Form } from '../form/form.ts'
import type { Inspection } from '../inspection/inspection.ts'
import { scoreOfItem } from '../inspection/merge.ts'
import { subtract, sum, toPoints, zero, type Points } from '../points.ts'
import type { Status } from '../score/score.ts'

/**
 * How one unit stands at one item. `open` are the points of what nobody answered: neither had nor lost. An item of which
 * nothing is answered, or which no inspector's mark stands for, has no standing.
 */
export type ItemStanding = { readonly no: number; readonly score: Points; readonly open: Points; readonly status: Status }

/** What a unit said of one criterion; a mark set by hand counts as scored, whatever the rules gave. */
export type ToldCriterion = { readonly id: string; readonly max: Points; readonly status: Status }

/** The self column of one unit by item. */
export const selfStandings = (
  form: Form,
  items: readonly { readonly no: number; readonly score: Points; readonly answered: boolean }[],
  criteria: readonly ToldCriterion[],
): readonly ItemStanding[] => {
  const itemOf = new Map(form.criteria.map((one) => [one.id, one.item]))
  const told = new Map<number, ToldCriterion[]>()
  for (const one of criteria) {
    const item = itemOf.get(one.id)
    if (item === undefined) continue
    const known = told.get(item)
    if (known === undefined) told.set(item, [one])
    else known.push(one)
  }
  return items
    .filter((item) => item.answered)
    .map(({ no, score }) => {
      const own = told.get(no) ?? []
      return { no, score, open: sum(own.filter(({ status }) => status === 'unanswered').map(({ max }) => max)), status: statusOf(own) }
    })
}

/** Of several criteria the first that is there: what was scored, what is open, what does not apply. */
const statusOf = (criteria: readonly ToldCriterion[]): Status =>
  criteria.length === 0 || criteria.some(({ status }) => status === 'scored')
    ? 'scored'
    : criteria.some(({ status }) => status === 'unanswered')
      ? 'unanswered'
      : 'not_applicable'

/**
 * The inspection column of one unit by item. Where an item does not apply by the unit's own sheet and the inspectors took
 * nothing off, it does not apply to them either.
 */
export const inspectedStandings = (inspection: Inspection, self: readonly ItemStanding[]): readonly ItemStanding[] => {
  const inapplicable = new Set(self.filter(({ status }) => status === 'not_applicable').map(({ no }) => no))
  return inspection.items.flatMap((item): ItemStanding[] => {
    const score = scoreOfItem(item)
    if (score === undefined) return []
    return [{ no: item.no, score, open: zero, status: score === item.max && inapplicable.has(item.no) ? 'not_applicable' : 'scored' }]
  })
}

/** What a unit lost at an item: what it has not, less what nobody answered. A bonus may leave less than nothing to lose. */
export const lostAt = (max: number, { score, open, status }: ItemStanding): Points => {
  const lost = subtract(subtract(toPoints(max), score), open)
  return status === 'scored' && lost > 0 ? lost : zero
}
