/** A level reached: the highest counts (`max`) or all reached add up (`sum`). */
export type Tiers = {
  readonly kind: 'tiers'
  readonly levels: readonly { readonly label: string; readonly points: number }[]
  readonly combine: 'max' | 'sum'
}
