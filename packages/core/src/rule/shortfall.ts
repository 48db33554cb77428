/** Over which stretch of time a count is required; `unspecified` and `term` are held against the year as a whole. */
export type Per = 'year' | 'half' | 'quarter' | 'month' | 'semester' | 'week' | 'term' | 'unspecified'

/** Points for a count: each one missing takes `deduct_each`, `cap` at most. */
export type Shortfall = {
  readonly kind: 'shortfall'
  readonly required: { readonly count: number; readonly per: Per }
  readonly deduct_each: number
  readonly cap?: number
  readonly points?: number
  readonly what: string
}
