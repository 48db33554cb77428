import type { Readable } from 'node:stream'

/**
 * Bytes by the hash of their content. The row that names them is written after `put` returned, never before, and names
 * them in a column `…_sha256` beside their `…_size`: sweep and check find it there (named-bytes.queries.ts).
 */
export type Storage = {
  /**
   * Keeps bytes under their SHA-256 (lower-case hex); on return they are on the disk. Equal bytes are kept once, and
   * bear the time of the last call: whoever removes what is old leaves them alone.
   */
  readonly put: (bytes: Uint8Array) => Promise<{ readonly sha256: string; readonly size: number }>
  /** The bytes, only where there are exactly `size` of them; undefined where they are missing or cut. */
  readonly find: (sha256: string, size: number) => Promise<Readable | undefined>
  readonly has: (sha256: string, size: number) => Promise<boolean>
  /** Every name that is kept, for export, sweep and check. */
  readonly list: () => AsyncIterable<{ readonly sha256: string; readonly size: number; readonly keptAt: Date }>
  /** Takes bytes away, unless they were kept, or kept again, after `keptBefore`. True where they are gone. */
  readonly remove: (sha256: string, keptBefore?: Date) => Promise<boolean>
}

/** `full`: no space left. `broken`: the disk refused. `gone`: a store elsewhere does not answer, or not rightly. */
export class StorageFault extends Error {
  readonly kind: 'full' | 'broken' | 'gone'

  constructor(kind: 'full' | 'broken' | 'gone', cause: unknown) {
    super(`storage: ${kind}`, { cause })
    this.name = 'StorageFault'
    this.kind = kind
  }
}
