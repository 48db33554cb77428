/** Judged by a person, within bounds; `deducts` where the clause speaks of taking points. */
export type Discretionary = {
  readonly kind: 'discretionary'
  readonly min: number
  readonly max: number
  readonly deducts?: boolean
  readonly condition?: string
}
