/** Does not apply: full marks. */
export type NaFull = { readonly kind: 'na_full'; readonly condition: string }
