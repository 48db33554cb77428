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
  /** Signatures drawn on a screen, to be set in the rooms of those who gave them, by name. */
  readonly signatures?: readonly WrittenSignature[]
  /** 核验码: printed small in the foot where the assessment was sealed. */
  readonly verificationCode?: string
}

/** One movement of a hand: points on a ground 600 wide and 200 high, from the top left. */
export type Stroke = readonly (readonly [number, number])[]

export type WrittenSignature = { readonly name: string; readonly strokes: readonly Stroke[] }
