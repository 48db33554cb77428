import { notFound } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { assessmentAnswer } from './assessment-answer.ts'
import type { AssessmentAnswer } from './assessments.contract.ts'
import { deleteRemarkRow, listRemarkRows, upsertRemarkRow } from './assessments.queries.ts'

/** 备注 of one item; an empty text takes it back. Answers the whole assessment, as its pages show it. */
export const writeRemark = async (
  writing: Writing,
  at: R & { readonly no: number },
  text: string,
): Promise<Reply<AssessmentAnswer>> => {
  const written = await fillBeneath(writing, at, async ({ form, key }) => {
    if (!form.items.some((item) => item.no === at.no)) throw notFound()
    const present = (await listRemarkRows(writing.db, key)).find((row) => row.item === at.no)
    if ((present?.text ?? '') === text) return unchanged(undefined)
    if (text === '') await deleteRemarkRow(writing.db, key, at.no)
    else await upsertRemarkRow(writing.db, { bureau: key.bureau, round: key.round, unit: key.unit, item: at.no, text })
    return ok(undefined)
  })
  return withAssessment(writing, at, written)
}

/** What was written, answered with the assessment as it stands after it. */
export const withAssessment = async (writing: Writing, at: R, written: Reply<unknown>): Promise<Reply<AssessmentAnswer>> => {
  const answer = await assessmentAnswer(writing.db, await getBeneath(writing.db, at))
  if (written.kind === 'bytes' || !written.changed) return unchanged(answer)
  return ok(answer, written.audit === undefined ? {} : { audit: written.audit })
}
