import { isDay, monthOf, yearOf } from '../calendar.ts'
import type { EntryKind } from './entry-kind.ts'

/** Groups whose things hold for the year and not for the day on which they were written. */
const yearly = '制度与材料'

/** A title to start from, by the first kind chosen: `11月集中学习`, `2022年度计划`. Empty without a kind. */
export const suggestTitle = (
  countsAs: readonly string[],
  happenedOn: string,
  kinds: readonly EntryKind[],
): string => {
  const name = countsAs[0]
  if (name === undefined) return ''
  if (!isDay(happenedOn)) return name
  const group = kinds.find((kind) => kind.name === name)?.group
  return group === yearly ? `${yearOf(happenedOn)}年度${name}` : `${monthOf(happenedOn)}月${name}`
}
