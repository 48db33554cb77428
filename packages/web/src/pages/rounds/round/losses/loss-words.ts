import type { ItemLossesAnswer, LossesAnswer } from '../../../../api/contract.ts'
import { pointsText } from '../../../../ui/Mark.tsx'

export type LossItem = LossesAnswer['items'][number]
export type LossCount = LossItem['self']
/** How many have a score and how many of them lost: all that a share needs. */
type Share = Pick<LossCount, 'units' | 'lost'>
export type LossUnit = ItemLossesAnswer['units'][number]
export type LossStanding = LossUnit['self']

/** Which of the two columns is looked at. */
export type LossColumn = 'self' | 'inspection'
export const columnNames: Readonly<Record<LossColumn, string>> = { self: '自查得分', inspection: '检查得分' }
export const openNames: Readonly<Record<LossColumn, string>> = { self: '未答', inspection: '还没定分' }

export const readColumn = (params: URLSearchParams): LossColumn => (params.get('by') === 'inspection' ? 'inspection' : 'self')

export const percentOf = ({ units, lost }: Share): number => (units === 0 ? 0 : Math.round((lost * 100) / units))

/** Without a score there is no share; with scores and no loss there is a word, not 0. */
export const shareWords = (count: Share): string => (count.units === 0 ? '—' : count.lost === 0 ? '没有' : `${percentOf(count)}%`)

/** What a school with a score lost on average, to two places. */
export const averageOf = ({ units, points }: LossCount): number => (units === 0 ? 0 : Math.round((points * 100) / units) / 100)

/** 3所有自查得分，2所失分，占67%，共失1.5分，平均每所0.5分。 */
export const countSentence = (count: LossCount, column: LossColumn): string => {
  if (count.units === 0) return `还没有学校有${columnNames[column]}。`
  if (count.lost === 0) return `${count.units}所有${columnNames[column]}，都没有失分。`
  const average = averageOf(count)
  return `${count.units}所有${columnNames[column]}，${count.lost}所失分，占${percentOf(count)}%，共失${pointsText(count.points)}分${average === 0 ? '' : `，平均每所${pointsText(average)}分`}。`
}

/** Items as the form has them, or those on which most schools lost first; of equal ones the form decides. */
export const orderItems = (items: readonly LossItem[], column: LossColumn, byShare: boolean): readonly LossItem[] =>
  byShare ? items.toSorted((a, b) => shareOf(b[column]) - shareOf(a[column]) || a.no - b.no) : items

const shareOf = ({ units, lost }: Share): number => (units === 0 ? -1 : lost / units)

/** Schools of one item by what they have there; each stands in one place, by unit code. */
export const groupUnits = (units: readonly LossUnit[], column: LossColumn) => ({
  lost: units.filter((unit) => unit[column].lost > 0),
  open: units.filter((unit) => unit[column].lost === 0 && (unit[column].status === 'unanswered' || unit[column].open > 0)),
  notApplicable: units.filter((unit) => unit[column].status === 'not_applicable'),
})

/** For a message: the item, then names by unit code with what each lost. */
export const lostText = ({ no, name }: Pick<LossItem, 'no' | 'name'>, lost: readonly LossUnit[], column: LossColumn): string =>
  `第${no}条（${name}）按${columnNames[column]}失分的${lost.length}所：${lost.map((unit) => `${unit.name}失${pointsText(unit[column].lost)}分`).join('，')}。`
