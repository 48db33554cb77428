/** As an award, where the clause itself says 否则不得分 or equal words. */
export type AllOrNothing = { readonly kind: 'all_or_nothing'; readonly points: number; readonly condition: string }
