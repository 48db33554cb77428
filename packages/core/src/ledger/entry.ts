/** One thing that happened, as the ledger holds it. It knows no form: `countsAs` names kinds of the shared vocabulary. */
export type Entry = {
  readonly id: string
  readonly countsAs: readonly string[]
  readonly title: string
  /** Plain day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly happenedOn: string
  readonly note?: string
  readonly people?: number
  readonly evidence: readonly Evidence[]
}

/** A file by its hash, or a reference to a paper original: as good as an upload. */
export type Evidence = { readonly sha256: string } | { readonly reference: string; readonly place?: string }
