/** A single condition that takes points. */
export type DeductIf = { readonly kind: 'deduct_if'; readonly points: number; readonly condition: string }
