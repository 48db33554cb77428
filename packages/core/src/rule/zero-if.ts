/** The item scores 0 where the condition holds. */
export type ZeroIf = { readonly kind: 'zero_if'; readonly condition: string }
