import { forbidden, notFound } from '../http/problem.ts'
import type { Reply } from '../http/reply.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { stageForbids } from '../rounds/rounds.problems.ts'

/**
 * A write of what an inspector keeps at a school, in the own name: from the submission until the inspection is done.
 * It begins no inspection by itself. Raises 404 for an item that is not there, 409 outside these stages.
 */
export const writeOnSite = async <T>(
  writing: Writing,
  at: R & { readonly username: string; readonly no: number },
  work: (beneath: Beneath) => Promise<Reply<T>>,
): Promise<Reply<T>> => {
  if (at.username !== writing.person.username) throw forbidden('现场记的各记各的，不能替别人记。没有改动。')
  const beneath = await getBeneath(writing.db, at)
  if (!beneath.form.items.some((item) => item.no === at.no)) throw notFound()
  const reply = await work(beneath)
  if (reply.kind === 'bytes' || !reply.changed) return reply
  if (beneath.stage !== 'submitted' && beneath.stage !== 'inspecting') throw stageForbids(beneath.stage)
  await raiseAssessmentVersion(writing.db, beneath.key, writing.now.toISOString())
  return auditedBy(beneath.key.bureau, reply)
}
