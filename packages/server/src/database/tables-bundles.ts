/** Exports and imports, as work that outlives a request. The zip itself lies in the data folder under its id. */
export type BundleTables = {
  bundles: {
    bureau: string
    id: string
    /** `export` or `import`. */
    kind: string
    /** JSON of what was asked. */
    asked: string
    asked_by: string
    asked_at: string
    /** queued, running, done, failed. */
    status: string
    /** The process that works on it, and when it last said so: one that fell silent is taken over. */
    worker: string | null
    beat_at: string | null
    done: number
    total: number
    bundle_hash: string | null
    bytes: number | null
    /** A sentence for people, where it failed. */
    problem: string | null
    finished_at: string | null
  }
}
