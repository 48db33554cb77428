/** The points if the condition is met, else 0. */
export type Award = { readonly kind: 'award'; readonly points: number; readonly condition: string }
