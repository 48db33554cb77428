/** What follows an inspection: signatures, deadlines, objections with the marks they changed, rectifications. */
export type ClosingTables = {
  /** One person's signature under one sealed sheet, named by its hash. `strokes` is JSON, null where signed on paper. */
  signatures: {
    bureau: string
    round: string
    unit: string
    sheet: string
    signer: string
    name: string
    role: string
    kind: string
    strokes: string | null
    place: string | null
    taken_by: string
    at: string
    hash: string
    version: number
  }
  /** Days for objecting, for a rectification's report and for its review; without a row the usual ones. */
  closing_deadlines: {
    bureau: string
    round: string
    objection_days: number
    report_days: number
    review_days: number
    version: number
  }
  objections: {
    bureau: string
    round: string
    unit: string
    id: string
    item: number
    /** The mark objected to, in thousandths. */
    score: number
    /** The sealed sheet objected to, by its hash. */
    sheet: string
    reason: string
    evidence: string
    raised_by: string
    raised_at: string
    outcome: string | null
    decided_score: number | null
    decision_reason: string | null
    decided_by: string | null
    decided_at: string | null
    /** The sheet sealed by the decision. */
    decided_sheet: string | null
    version: number
  }
  /** The mark that stands since an objection was decided; what the inspectors gave stays beside it. */
  amended_marks: {
    bureau: string
    round: string
    unit: string
    item: number
    score: number
    former: number
    reason: string
    objection: string
    at: string
  }
  rectifications: {
    bureau: string
    round: string
    unit: string
    id: string
    item: number | null
    problem: string
    due_on: string
    state: string
    opened_by: string
    opened_at: string
    version: number
  }
  /** What was done about it, step by step; `before` and `after` are JSON lists of evidence. */
  rectification_steps: {
    bureau: string
    round: string
    unit: string
    rectification: string
    no: number
    kind: string
    text: string
    before: string
    after: string
    by_user: string
    at: string
  }
}
