/** What inspectors keep while they are at a school. */
export type OnSiteTables = {
  /** A photograph of a paper original, taken by an inspector for one item. The bytes lie in the store by their hash. */
  site_photos: {
    bureau: string
    round: string
    unit: string
    item: number
    inspector: string
    sha256: string
    name: string
    type: string
    size: number
    stored_sha256: string
    stored_size: number
    stored_type: string
    at: string
    removed_at: string | null
    removed_by: string | null
  }
  /** 已看原件: an inspector held the original of a record against it. `entry` is the record's id. */
  seen_originals: { bureau: string; round: string; unit: string; item: number; inspector: string; entry: string; at: string }
  /** A photo drawn small once, to be taken along: derived, never audited, may be thrown away at any time. */
  reduced_photos: { bureau: string; stored_sha256: string; small_sha256: string; small_size: number }
}
