/** What people of a school write to their bureau, and what it answers. */
export type SuggestionTables = {
  /** 投诉建议 to the bureau. */
  suggestions: {
    bureau: string
    id: string
    text: string
    page: string | null
    written_by: string
    unit: string
    written_at: string
    answer: string | null
    answered_by: string | null
    answered_at: string | null
    version: number
  }
}
