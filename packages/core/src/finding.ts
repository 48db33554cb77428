/** What a reading or a check found: a value, never thrown. `code` is `room.what` and is never reused or renamed. */
export type Finding = {
  readonly code: string
  readonly level: 'error' | 'warning'
  /** Where in the input: `第5条`, `row 12`, `criteria[3].parts[0]`. */
  readonly where: string
  /** A Chinese sentence: what is so, and what to do. */
  readonly message: string
}
