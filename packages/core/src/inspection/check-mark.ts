import type { Finding } from '../finding.ts'
import type { Form } from '../form/form.ts'
import { formatPoints, isExact, toPoints, type Points } from '../points.ts'

/** A mark as it comes from a screen: `score` is a decimal. */
export type MarkInput = { readonly item: number; readonly score: number; readonly reason?: string }

/** What is wrong with an inspector's mark: its item, its bounds, a difference from the self score without a reason. */
export const checkMark = (form: Form, mark: MarkInput, selfScore: Points | undefined): readonly Finding[] => {
  const item = form.items.find((one) => one.no === mark.item)
  if (item === undefined) return [fault('inspection.unknown_item', '/item', `表里没有第${mark.item}条，请核对条目。`)]
  const most = formatPoints(toPoints(item.points))
  if (!isExact(mark.score) || mark.score < 0 || mark.score > item.points) {
    const sentence = `第${item.no}条最多${most}分，填了${mark.score}分。请填0到${most}之间的数。`
    return [fault('inspection.score_out_of_bounds', '/score', sentence)]
  }
  if (selfScore === undefined || toPoints(mark.score) === selfScore || (mark.reason ?? '').trim() !== '') return []
  const sentence = `检查得分${mark.score}分，与自查${formatPoints(selfScore)}分不同。请选或写一句理由。`
  return [fault('inspection.reason_needed', '/reason', sentence)]
}

const fault = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })
