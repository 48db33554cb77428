import { addDays } from '@zicha/core'
import { deadlinesOf } from '../closing/deadlines.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { raiseAssessmentVersion } from '../rounds/assessment-row.queries.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { Rectification, RectificationBody } from './rectifications.contract.ts'
import { noSuchItem, rectificationRefused, tooEarlyToRectify } from './rectifications.problems.ts'
import { insertRectificationRow, updateRectificationRow } from './rectifications.queries.ts'
import { findRectification } from './view-rectifications.ts'

/**
 * 记问题，转整改: by an inspector on the spot or by the bureau. Its wording and day may be changed until the school has
 * answered. Raises 409 before the inspection begins.
 */
export const openRectification = async (
  writing: Writing,
  at: R & { readonly uuid: string },
  body: RectificationBody,
): Promise<Reply<Rectification>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  const { key, stage, form } = beneath
  const { bureau, round, unit } = key
  if (stage === 'draft' || stage === 'returned') throw tooEarlyToRectify(stage)
  if (body.no !== undefined && !form.items.some((item) => item.no === body.no)) throw noSuchItem()
  const current = await findRectification(db, beneath, at.uuid)
  const get = async (): Promise<Rectification> => {
    const found = await findRectification(db, beneath, at.uuid)
    if (found === undefined) throw new Error(`rectification ${at.uuid} was written and is not there`)
    return found
  }
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current,
    isEqual: (one) => one.no === (body.no ?? null) && one.problem === body.problem && (body.dueOn === undefined || one.dueOn === body.dueOn),
    create: async () => {
      const { reportDays } = await deadlinesOf(db, key)
      await insertRectificationRow(db, {
        bureau, round, unit,
        id: at.uuid,
        item: body.no ?? null,
        problem: body.problem,
        due_on: body.dueOn ?? addDays(dayFromInstant(now.toISOString()), reportDays),
        state: 'open',
        opened_by: person.username,
        opened_at: now.toISOString(),
        version: 1,
      })
      return get()
    },
    change: async (one) => {
      if (one.state !== 'open') throw rectificationRefused(answeredAlready, one)
      const dueOn = body.dueOn === undefined ? {} : { due_on: body.dueOn }
      await updateRectificationRow(db, key, at.uuid, { item: body.no ?? null, problem: body.problem, ...dueOn, version: one.version + 1 })
      return get()
    },
  })
  if (reply.kind !== 'bytes' && reply.changed) await raiseAssessmentVersion(db, key, now.toISOString())
  return auditedBy(bureau, reply)
}

const answeredAlready = {
  code: 'rectification.answered',
  level: 'error',
  where: '/problem',
  message: '学校已经写了整改措施，问题不能再改，没有保存。要补充，请另记一个问题。',
} as const
