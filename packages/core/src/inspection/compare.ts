import { subtract, type Points } from '../points.ts'
import type { Inspection } from './inspection.ts'
import { scoreOfItem } from './merge.ts'

/** One item's two columns. `difference` is inspection less self, present where both are there. */
export type ComparedItem = {
  readonly no: number
  readonly max: Points
  readonly self?: Points
  readonly inspection?: Points
  readonly difference?: Points
}

export type Comparison = {
  readonly items: readonly ComparedItem[]
  /** Items whose two columns differ, items that the inspectors mark differently, items still without a mark. */
  readonly differing: readonly number[]
  readonly disputed: readonly number[]
  readonly open: readonly number[]
}

/** The self column beside the inspection column, item by item. An item that a unit left blank has no self score. */
export const compare = (
  self: readonly { readonly no: number; readonly score: Points; readonly answered: boolean }[],
  inspection: Inspection,
): Comparison => {
  const selfOf = new Map(self.filter((item) => item.answered).map((item) => [item.no, item.score]))
  const items = inspection.items.map((item): ComparedItem => {
    const own = selfOf.get(item.no)
    const theirs = scoreOfItem(item)
    return {
      no: item.no,
      max: item.max,
      ...(own === undefined ? {} : { self: own }),
      ...(theirs === undefined ? {} : { inspection: theirs }),
      ...(own === undefined || theirs === undefined ? {} : { difference: subtract(theirs, own) }),
    }
  })
  const numbersOf = (kind: 'differing' | 'open') =>
    inspection.items.filter((item) => item.kind === kind).map((item) => item.no)
  return {
    items,
    differing: items.filter((item) => item.difference !== undefined && item.difference !== 0).map((item) => item.no),
    disputed: numbersOf('differing'),
    open: numbersOf('open'),
  }
}
