/** The whole assessment fails or scores 0 where the condition holds. */
export type Veto = { readonly kind: 'veto'; readonly condition: string }
