import { notFound, stale } from '../http/problem.ts'
import { nothing } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy } from './beneath.ts'
import type { Writing } from './beneath.ts'
import { roundAnswer } from './round-answer.ts'
import { roundWritten } from './rounds.problems.ts'
import { findRound } from './rounds.queries.ts'
import { deleteRound, hasAnythingWritten } from './withdraw-round.queries.ts'

/**
 * Takes back a round that was opened by mistake: with who was to inspect, never with anything that somebody wrote in it.
 * Raises 404 where there is none, 409 where a school, an inspector or a draw has left something, 412 for a stale version.
 */
export const withdrawRound = async (writing: Writing, id: string): Promise<Reply<never>> => {
  const { db, ifMatch } = writing
  const row = await findRound(db, id)
  if (row === undefined) throw notFound()
  if (ifMatch !== undefined && ifMatch !== row.version) throw stale(await roundAnswer(db, row))
  if (await hasAnythingWritten(db, row)) throw roundWritten(await roundAnswer(db, row))
  await deleteRound(db, row)
  return auditedBy(row.bureau, nothing())
}
