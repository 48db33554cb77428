import type { Form } from '../form/form.ts'
import { subtract, sum, toPoints, type Points } from '../points.ts'
import type { Inspection, ItemInspection, ItemMark, SettledMark } from './inspection.ts'

/** An item's score where it has one: agreed or settled. */
export const scoreOfItem = (item: ItemInspection): Points | undefined =>
  item.kind === 'agreed' || item.kind === 'settled' ? item.score : undefined

/**
 * Several inspectors' marks of one school as one column. One mark, or equal marks, is the score; marks that differ give
 * none until they are settled; a settled score stands whatever the marks say. The order of the marks changes nothing.
 */
export const mergeInspection = (
  form: Form,
  marks: readonly ItemMark[],
  settled: readonly SettledMark[] = [],
): Inspection => {
  const items = form.items.map((item) =>
    mergeItem(
      { no: item.no, max: toPoints(item.points), marks: marks.filter((mark) => mark.item === item.no) },
      settled.find((one) => one.item === item.no),
    ),
  )
  const scores = items.flatMap((item) => scoreOfItem(item) ?? [])
  return { items, total: sum(scores), complete: scores.length === items.length }
}

const mergeItem = (
  base: { readonly no: number; readonly max: Points; readonly marks: readonly ItemMark[] },
  settled: SettledMark | undefined,
): ItemInspection => {
  if (settled !== undefined) return { ...base, kind: 'settled', score: settled.score }
  const scores = base.marks.map((mark) => mark.score).sort((a, b) => a - b)
  const least = scores[0]
  const most = scores[scores.length - 1]
  if (least === undefined || most === undefined) return { ...base, kind: 'open' }
  return least === most
    ? { ...base, kind: 'agreed', score: least }
    : { ...base, kind: 'differing', difference: subtract(most, least) }
}
