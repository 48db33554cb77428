import type { Form } from '../form/form.ts'

export type AssessmentStage = 'draft' | 'submitted' | 'returned' | 'inspecting' | 'inspected' | 'signed' | 'frozen'

/**
 * The official table of one unit in one round, as it is printed: both columns, remarks, date.
 * Scores are decimals by item number; an item without a score is blank on paper, never 0.
 */
export type FilledForm = {
  readonly form: Form
  readonly unit: string
  /** `YYYY-MM-DD`, or absent: the date line stays blank. */
  readonly date?: string
  readonly selfScores: Readonly<Record<number, number>>
  readonly inspectionScores: Readonly<Record<number, number>>
  readonly remarks: Readonly<Record<number, string>>
  readonly inspectors?: readonly string[]
  /** 核验码: printed small in the foot where the assessment was sealed. */
  readonly verificationCode?: string
}
