import type { Form } from '../form/form.ts'
import { toDecimal, type Points } from '../points.ts'
import type { FilledForm } from './assessment.ts'
import type { SelfScore } from './override.ts'

export type AssessmentParts = {
  readonly form: Form
  readonly unit: string
  /** `YYYY-MM-DD`; absent, the date line stays blank. */
  readonly date?: string
  readonly self: SelfScore
  /** 检查得分 by item; an item without a settled score is left out. */
  readonly inspection?: readonly { readonly no: number; readonly score?: Points }[]
  readonly remarks?: Readonly<Record<number, string>>
  readonly inspectors?: readonly string[]
  readonly verificationCode?: string
}

/** One unit's table with its two columns, ready for any face: an item that nobody answered is blank, never 0. */
export const assessmentOf = (parts: AssessmentParts): FilledForm => ({
  form: parts.form,
  unit: parts.unit,
  selfScores: scoresByItem(parts.self.items.filter((item) => item.answered)),
  inspectionScores: scoresByItem(parts.inspection ?? []),
  remarks: Object.fromEntries(Object.entries(parts.remarks ?? {}).filter(([, remark]) => remark.trim() !== '')),
  ...(parts.date === undefined ? {} : { date: parts.date }),
  ...(parts.inspectors === undefined ? {} : { inspectors: parts.inspectors }),
  ...(parts.verificationCode === undefined ? {} : { verificationCode: parts.verificationCode }),
})

const scoresByItem = (items: readonly { readonly no: number; readonly score?: Points }[]): Record<number, number> =>
  Object.fromEntries(items.flatMap(({ no, score }) => (score === undefined ? [] : [[no, toDecimal(score)]])))
