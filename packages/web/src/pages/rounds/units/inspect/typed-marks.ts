import { checkMark, subtract, toDecimal, toPoints } from '@zicha/core'
import type { Form } from '@zicha/core'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { readNumber } from './mark-draft.ts'

/** What was typed from paper, by item: a mark as typed, and the reason where it differs. */
export type Typed = { readonly score: string; readonly reason?: string }

export type TypedMark = { readonly no: number; readonly score: number; readonly reason?: string }
export type TypedFault = { readonly no: number; readonly message: string }

/** The reason that stands on the paper itself. */
export const paperReason = (no: number): string => `见现场纸质检查表第${no}条`

/** How a typed mark differs from the self score; null where it does not, or is no number. */
export const typedDifference = (typed: Typed | undefined, selfScore: number): number | null => {
  const score = typed === undefined ? null : readNumber(typed.score)
  return score === null || toPoints(score) === toPoints(selfScore) ? null : toDecimal(subtract(toPoints(score), toPoints(selfScore)))
}

/** The marks as they would be given; fields left empty give none. What cannot be given is named with its item. */
export const readTyped = (
  form: Form,
  items: InspectionAnswer['items'],
  typed: Readonly<Record<string, Typed>>,
): { readonly marks: readonly TypedMark[]; readonly faults: readonly TypedFault[] } => {
  const marks: TypedMark[] = []
  const faults: TypedFault[] = []
  for (const item of items) {
    const one = typed[String(item.no)]
    if (one === undefined || one.score.trim() === '') continue
    const score = readNumber(one.score)
    if (score === null) {
      faults.push({ no: item.no, message: `第${item.no}条“${one.score.trim()}”不是分数。请填数字，可以有半分。` })
      continue
    }
    const reason = typedDifference(one, item.selfScore) === null ? undefined : (one.reason ?? paperReason(item.no)).trim()
    const mark = { no: item.no, score, ...(reason === undefined || reason === '' ? {} : { reason }) }
    const [found] = checkMark(form, { item: item.no, score, ...(reason === undefined ? {} : { reason }) }, toPoints(item.selfScore))
    if (found === undefined) marks.push(mark)
    else faults.push({ no: item.no, message: found.message })
  }
  return { marks, faults }
}
