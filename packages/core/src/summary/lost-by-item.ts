import type { Form } from '../form/form.ts'
import { sum, toPoints, type Points } from '../points.ts'
import { lostAt } from './item-standing.ts'
import type { ItemStanding } from './item-standing.ts'

/** How an item went across units: how many lost on it and how much in all. In the form's order: no ranks of schools. */
export type ItemLoss = {
  readonly no: number
  readonly max: Points
  /** Units of which it is known whether they lost at the item; with those of `unanswered` and `notApplicable` all that were counted. */
  readonly units: number
  readonly unitsThatLost: number
  /** Units that lost, of all that have a score: 0 to 1; 0 where none has. */
  readonly share: number
  readonly lost: Points
  /** Units that left the item open, or a part of it and lost nothing by the rest: nothing lost is not known of them. */
  readonly unanswered: number
  readonly notApplicable: number
}

/** Who lost has lost, whatever is open besides; who lost nothing so far has not kept everything while a part is open. */
const isKnown = (max: number, standing: ItemStanding): boolean => standing.status === 'scored' && (standing.open === 0 || lostAt(max, standing) > 0)

/** One column of each unit; an item without a standing is unanswered there and counts as nothing lost. */
export const lostByItem = (form: Form, units: readonly (readonly ItemStanding[])[]): readonly ItemLoss[] => {
  const standingsOf = new Map(form.items.map((item): [number, ItemStanding[]] => [item.no, []]))
  for (const unit of units) for (const standing of unit) standingsOf.get(standing.no)?.push(standing)
  return form.items.map((item) => {
    const standings = standingsOf.get(item.no) ?? []
    const scored = standings.filter((standing) => isKnown(item.points, standing))
    const notApplicable = standings.filter(({ status }) => status === 'not_applicable').length
    const losses = scored.map((standing) => lostAt(item.points, standing)).filter((loss) => loss > 0)
    return {
      no: item.no,
      max: toPoints(item.points),
      units: scored.length,
      unitsThatLost: losses.length,
      share: scored.length === 0 ? 0 : losses.length / scored.length,
      lost: sum(losses),
      unanswered: units.length - scored.length - notApplicable,
      notApplicable,
    }
  })
}
