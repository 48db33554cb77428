import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import type { Writing } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import type { Deadlines, DeadlinesBody } from './closing.contract.ts'
import { findDeadlinesRow, upsertDeadlinesRow } from './closing.queries.ts'

/** What holds where a bureau set nothing: 15 days to object, 30 to report a rectification, 30 to review it. */
const usual: Deadlines = { objectionDays: 15, reportDays: 30, reviewDays: 30, version: 1 }

export const deadlinesOf = async (db: Db, of: { readonly bureau: string; readonly round: string }): Promise<Deadlines> => {
  const row = await findDeadlinesRow(db, of)
  if (row === undefined) return usual
  return { objectionDays: row.objection_days, reportDays: row.report_days, reviewDays: row.review_days, version: row.version }
}

export const viewDeadlines = async (db: Db, id: string): Promise<Deadlines> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  return deadlinesOf(db, { bureau: round.bureau, round: id })
}

/** The usual days are there from the start, as version 1: setting others is a change with If-Match. */
export const setDeadlines = async (writing: Writing, id: string, body: DeadlinesBody): Promise<Reply<Deadlines>> => {
  const { db, ifMatch } = writing
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const of = { bureau: round.bureau, round: id }
  const set = async (version: number): Promise<Deadlines> => {
    const { objectionDays, reportDays, reviewDays } = body
    await upsertDeadlinesRow(db, { ...of, objection_days: objectionDays, report_days: reportDays, review_days: reviewDays, version })
    return { ...body, version }
  }
  return putResource({
    ifMatch,
    bureau: round.bureau,
    current: await deadlinesOf(db, of),
    isEqual: (one) =>
      one.objectionDays === body.objectionDays && one.reportDays === body.reportDays && one.reviewDays === body.reviewDays,
    create: () => set(1),
    change: (current) => set(current.version + 1),
  })
}
