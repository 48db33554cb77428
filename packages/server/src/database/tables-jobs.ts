/** Long work as rows, and the Word templates that a bureau put in place of the shipped ones. */
export type JobTables = {
  /** `what` is JSON, parsed by the work of its kind; `stamp` tells the state of the store that the job was asked in. */
  jobs: {
    bureau: string
    id: string
    kind: string
    what: string
    stamp: string
    made_by: string
    unit: string
    role: string
    made_at: string
    status: string
    done: number
    total: number
    /** A sentence for the person: why it failed, or what the result leaves out. */
    said: string | null
    /** The process that runs it, and until when it need not say so again. */
    worker: string | null
    lease_until: string | null
    attempts: number
    result_hash: string | null
    result_bytes: number | null
    result_name: string | null
    result_type: string | null
    finished_at: string | null
    expires_at: string | null
    /** When the keeping of its file ended. */
    removed_at: string | null
  }
  paper_templates: {
    bureau: string
    kind: string
    file_name: string
    source_sha256: string
    source_size: number
    put_by: string
    put_at: string
    version: number
  }
}
