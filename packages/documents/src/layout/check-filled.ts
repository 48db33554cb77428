import { formatPoints, isExact, toPoints } from '@zicha/core'
import type { FilledForm, Finding } from '@zicha/core'

/** Whether the values of a filled form can be printed in its boxes: every finding names the item and the remedy. */
export const checkFilled = (filled: FilledForm): readonly Finding[] => [
  ...checkScores(filled, filled.selfScores),
  ...checkScores(filled, filled.inspectionScores),
  ...unknownItems(filled, filled.remarks),
  ...longRemarks(filled),
  ...checkDay(filled.date),
]

// A tenth of a mark that is exact has a mark with at most two decimals.
const checkScores = (filled: FilledForm, scores: Readonly<Record<number, number>>): readonly Finding[] => [
  ...unknownItems(filled, scores),
  ...filled.form.items.flatMap((item): readonly Finding[] => {
    const score = scores[item.no]
    if (score === undefined || (score >= 0 && score <= item.points && isExact(score / 10))) return []
    const most = formatPoints(toPoints(item.points))
    return [
      {
        code: 'document.score_out_of_range',
        level: 'error',
        where: `第${item.no}条`,
        message: !Number.isFinite(score)
          ? `第${item.no}条的得分不是数字。请填0到${most}之间的数。`
          : score >= 0 && score <= item.points
            ? `第${item.no}条填了${score}分，小数最多两位。请改成两位以内。`
            : `第${item.no}条最多${most}分，填了${score}分。请填0到${most}之间的数。`,
      },
    ]
  }),
]

const unknownItems = (filled: FilledForm, byItem: Readonly<Record<number, unknown>>): readonly Finding[] => {
  const known = new Set(filled.form.items.map((item) => String(item.no)))
  return Object.keys(byItem)
    .filter((no) => !known.has(no))
    .map((no) => ({
      code: 'document.item_unknown',
      level: 'error',
      where: `第${no}条`,
      message: `表里没有第${no}条，这一格没有地方填。请核对条目号。`,
    }))
}

/** Characters: several pages of a 16 mm column, and far below what a workbook's cell holds. */
const longestRemark = 2000

const longRemarks = (filled: FilledForm): readonly Finding[] =>
  Object.entries(filled.remarks)
    .filter(([, remark]) => remark.length > longestRemark)
    .map(([no, remark]) => ({
      code: 'document.remark_too_long',
      level: 'error',
      where: `第${no}条`,
      message: `第${no}条的备注有${remark.length}字，这一格放不下。请写在${longestRemark}字以内。`,
    }))

const checkDay = (day: string | undefined): readonly Finding[] =>
  day === undefined || isDay(day)
    ? []
    : [
        {
          code: 'document.date_not_a_day',
          level: 'error',
          where: 'date',
          message: `日期“${day}”不是日历上的一天。请写成2026-12-18这样。`,
        },
      ]

const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
