/** Each finding takes `deduct_each`, `cap` at most. */
export type PerOccurrence = {
  readonly kind: 'per_occurrence'
  readonly deduct_each: number
  readonly unit: string
  readonly cap?: number
  readonly condition: string
}
