import type { Points } from '../points.ts'

export type Status = 'scored' | 'unanswered' | 'not_applicable'

/** A form's marks for one unit and year, each with its reason. Points are exact; `toDecimal` at the edges. */
export type Score = {
  readonly form: string
  readonly year: number
  readonly total: Points
  readonly criteria: readonly CriterionScore[]
  readonly items: readonly { readonly no: number; readonly score: Points; readonly max: Points }[]
  readonly sections: readonly { readonly no: number; readonly score: Points; readonly max: Points }[]
}

/** A score without its sentences: what a board of many units needs. */
export type BareScore = Omit<Score, 'criteria'> & { readonly criteria: readonly Omit<CriterionScore, 'because'>[] }

export type CriterionScore = {
  readonly id: string
  readonly score: Points
  readonly max: Points
  readonly status: Status
  /** One Chinese sentence with the numbers: 应12次，实11次，缺9月1次，扣1分，得2分。 */
  readonly because: string
}
