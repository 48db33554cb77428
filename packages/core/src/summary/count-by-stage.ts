import type { AssessmentStage } from '../assessment/assessment.ts'

/** What a progress board knows of one unit. */
export type ProgressRow = { readonly stage: AssessmentStage; readonly answered: number }

/** How many units stand where: `notStarted` are drafts in which nothing is answered, the rest of the drafts are `draft`. */
export type StageCounts = Readonly<Record<AssessmentStage | 'notStarted', number>>

export const countByStage = (rows: readonly ProgressRow[]): StageCounts => {
  const counts = {
    notStarted: 0,
    draft: 0,
    submitted: 0,
    returned: 0,
    inspecting: 0,
    inspected: 0,
    signed: 0,
    frozen: 0,
  }
  for (const row of rows) counts[row.stage === 'draft' && row.answered === 0 ? 'notStarted' : row.stage] += 1
  return counts
}
