/** Marks by rate or share; `formula` is the clause's own wording. */
export type Percentage = { readonly kind: 'percentage'; readonly points?: number; readonly formula: string }
