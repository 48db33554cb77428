import type { AssessmentStage } from '../assessment/assessment.ts'
import { sayStage } from '../assessment/stage.ts'

/** What a progress board knows of one unit. */
export type ProgressRow = { readonly stage: AssessmentStage; readonly answered: number }

/** `notStarted` is a draft in which nothing is answered yet; everything else is the stage itself. */
export type Standing = AssessmentStage | 'notStarted'

export const standingOf = ({ stage, answered }: ProgressRow): Standing => (stage === 'draft' && answered === 0 ? 'notStarted' : stage)

/** As board, overview and papers all say it: 未开始. */
export const sayStanding = (standing: Standing): string => (standing === 'notStarted' ? '未开始' : sayStage(standing))

/** How many units stand where. */
export type StageCounts = Readonly<Record<Standing, number>>

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
  for (const row of rows) counts[standingOf(row)] += 1
  return counts
}
