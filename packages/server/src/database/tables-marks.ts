/** What stands beside a school's own marks. */
export type MarkTables = {
  /**
   * Each answer (`answer`, by fact key) and each mark set by hand (`mark`, by criterion) of the living sheet. `version` is
   * that of the assessment before the change. `value` is JSON; null: taken back. `given_by`: the name of who gave it, where
   * another person sent it.
   */
  mark_changes: {
    bureau: string
    round: string
    unit: string
    version: number
    kind: string
    key: string
    value: string | null
    reason: string | null
    given_by: string | null
    changed_by: string
    changed_at: string
  }
  /** 已核对 of a duty, set by a person; `undone_through` is the criterion whose change took it back. */
  section_checks: {
    bureau: string
    round: string
    unit: string
    section: number
    checked_by: string
    checked_at: string
    undone_by: string | null
    undone_at: string | null
    undone_through: string | null
  }
}
