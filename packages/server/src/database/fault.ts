/** What a database can answer beside rows, in words that both engines share. http/ gives each its sentence. */
export type FaultKind =
  /** Others hold the lock, a deadlock, a serialization failure: the same call may succeed in a moment. */
  | 'busy'
  /** A uniqueness constraint, by name where the engine tells it. */
  | 'unique'
  /** Another constraint: a missing parent row, a check. */
  | 'constraint'
  /** The disk is full; reads go on. */
  | 'full'
  /** The database cannot be reached. */
  | 'gone'
  /** Reading or writing the disk went wrong, or writes were stopped because it once did. */
  | 'broken'

export class DatabaseFault extends Error {
  readonly kind: FaultKind
  readonly constraint: string | undefined

  constructor(kind: FaultKind, options: { readonly constraint?: string; readonly cause?: unknown } = {}) {
    super(`database: ${kind}${options.constraint === undefined ? '' : ` (${options.constraint})`}`, {
      cause: options.cause,
    })
    this.name = 'DatabaseFault'
    this.kind = kind
    this.constraint = options.constraint
  }
}
