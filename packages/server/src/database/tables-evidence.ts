/** Tables of photos and files beside those of tables.ts, by the same rules. */
export type EvidenceTables = {
  evidence_files: {
    bureau: string
    unit: string
    sha256: string
    name: string
    type: string
    size: number
    stored_sha256: string
    stored_size: number
    stored_type: string
    created_at: string
    created_by: string
    /** When its bytes were taken away after the keep-until day of its round; the row stays. */
    removed_at: string | null
    removed_by: string | null
  }
  /** Photos that an import gave to a record which stood before it; `evidence` is their hashes as JSON. */
  import_additions: {
    bureau: string
    round: string
    unit: string
    import: string
    place: number
    entry: string
    evidence: string
  }
}
