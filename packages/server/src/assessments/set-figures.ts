import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { setBudget } from '../rounds/assessment-row.queries.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { budgetToFen } from '../rounds/unit-profile.ts'
import type { AssessmentAnswer } from './assessments.contract.ts'
import { withAssessment } from './write-remark.ts'

/** Figures of the year that proposals compute with; `null` takes one back, what is not named stays. */
export const setFigures = async (
  writing: Writing,
  at: R,
  figures: { readonly budget?: number | null | undefined },
): Promise<Reply<AssessmentAnswer>> => {
  const written = await fillBeneath(writing, at, async ({ key, assessment }) => {
    const { budget } = figures
    if (budget === undefined) return unchanged(undefined)
    const fen = budget === null ? null : budgetToFen(budget)
    if (fen === assessment.budget) return unchanged(undefined)
    await setBudget(writing.db, key, fen)
    return ok(undefined)
  })
  return withAssessment(writing, at, written)
}
