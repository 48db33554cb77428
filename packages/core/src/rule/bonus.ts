/** Added on top: once (`points`) or for each (`each`), `cap` at most. */
export type Bonus = {
  readonly kind: 'bonus'
  readonly points?: number
  readonly each?: number
  readonly cap?: number
  readonly condition: string
}
