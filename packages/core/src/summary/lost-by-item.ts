import type { Form } from '../form/form.ts'
import { subtract, sum, toPoints, type Points } from '../points.ts'

/** How an item went across units: how many lost on it and how much in all. In the form's order: no ranks of schools. */
export type ItemLoss = {
  readonly no: number
  readonly max: Points
  readonly units: number
  readonly unitsThatLost: number
  /** Units that lost, of all that have a score: 0 to 1; 0 where none has. */
  readonly share: number
  readonly lost: Points
}

/** Scores of one unit by item; an item without a score (nobody answered) is left out and counts for nothing. */
export type UnitScores = readonly { readonly no: number; readonly score: Points }[]

export const lostByItem = (form: Form, units: readonly UnitScores[]): readonly ItemLoss[] => {
  const scoresOf = new Map(form.items.map((item): [number, Points[]] => [item.no, []]))
  for (const unit of units) for (const { no, score } of unit) scoresOf.get(no)?.push(score)
  return form.items.map((item) => {
    const max = toPoints(item.points)
    const scores = scoresOf.get(item.no) ?? []
    const losses = scores.map((score) => subtract(max, score)).filter((loss) => loss > 0)
    return {
      no: item.no,
      max,
      units: scores.length,
      unitsThatLost: losses.length,
      share: scores.length === 0 ? 0 : losses.length / scores.length,
      lost: sum(losses),
    }
  })
}
