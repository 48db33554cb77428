import { toPoints } from '@zicha/core'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { pointsText } from '../../../../ui/Mark.tsx'

type Item = InspectionAnswer['items'][number]

/** Names of those who marked an item, also where what they gave may not be seen yet. */
const markersOf = (item: Item): readonly string[] => [
  ...new Set([...item.scores, ...(item.marked ?? [])].map(({ inspector }) => inspector)),
]

export const isMarked = (item: Item): boolean => markersOf(item).length > 0

/** What a group has done at one school: whoever of it marked an item, the item is seen. */
export type GroupMarks = {
  readonly seen: readonly Item[]
  /** How many of the seen this inspector marked. */
  readonly own: number
  readonly open: readonly Item[]
  /** Marks that differ and are not settled. */
  readonly disputed: readonly Item[]
  /** Items whose mark stands and is another than the school's own. */
  readonly different: readonly Item[]
  /** Marked by colleagues only, and not to be seen before the inspection is done. */
  readonly hidden: readonly Item[]
}

export const groupMarks = (items: readonly Item[], username: string): GroupMarks => {
  const seen = items.filter(isMarked)
  return {
    seen,
    own: seen.filter((item) => markersOf(item).includes(username)).length,
    open: items.filter((item) => !isMarked(item)),
    disputed: items.filter(({ score, scores }) => score === null && scores.length > 1),
    different: items.filter(({ score, selfScore }) => score !== null && toPoints(score) !== toPoints(selfScore)),
    hidden: seen.filter(({ scores }) => scores.length === 0),
  }
}

/** 30条都看了，其中我17条; 看了26条，其中我19条，还有4条. */
export const seenTogether = ({ seen, own, open }: GroupMarks): string =>
  [
    open.length === 0 ? `${seen.length}条都看了` : `看了${seen.length}条`,
    ...(own === seen.length ? [] : [`其中我${own}条`]),
    ...(open.length === 0 ? [] : [`还有${open.length}条`]),
  ].join('，')

/** Who marked an item and why: 宋岚：缺一次记录; 高远、宋岚：…; 商定：…; 异议后从4分改：…. */
export const markedWords = ({ scores, settled, amended, score }: Item): string => {
  if (amended !== undefined) return `异议后从${pointsText(amended.former)}分改：${amended.reason}`
  const names = scores.map(({ name }) => name).join('、')
  if (settled !== null) return `${names}商定：${settled.reason}`
  const reasons = [...new Set(scores.flatMap(({ reason }) => reason ?? []))].join('；')
  return score === null ? scores.map((one) => `${one.name}${pointsText(one.score)}分`).join('，') : reasons === '' ? names : `${names}：${reasons}`
}
