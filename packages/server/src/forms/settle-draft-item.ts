import { isExact, parseCriteria, toPoints } from '@zicha/core'
import type { Permission } from '../access/permissions.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { sameContent } from '../http/same-content.ts'
import { draftAnswer, draftItemAnswer, getDraft } from './draft-answer.ts'
import { updateDraft, updateDraftItem } from './drafts.queries.ts'
import type { DraftHeadBody, DraftItem, DraftItemBody, FormDraft } from './publishing.contract.ts'
import { alreadyPublished, criteriaRefused, inexactPoints, noSuchSection, outsideClause } from './publishing.problems.ts'

type Settling<Params, Body> = Pick<Call<Permission, Params, unknown, Body, { readonly fillsSource: boolean } | undefined>, 'db' | 'params' | 'body' | 'person' | 'now' | 'ifMatch' | 'prepared'>

/** One row as a person settled it. Each row has its own version. Raises 409 once it is published, 412, 422. */
export const settleDraftItem = async (
  call: Settling<{ readonly uuid: string; readonly no: number }, DraftItemBody>,
): Promise<Reply<DraftItem>> => {
  const { db, body, params } = call
  const draft = await getDraft(db, params.uuid)
  const current = draftItemAnswer(draft, params.no)
  const parsed = parseCriteria(body.criteria, params.no)
  if (!parsed.ok) throw criteriaRefused(parsed.findings)
  if (body.leftOut.some(({ start, end }) => start >= end || end > current.clause.length)) throw outsideClause()
  const points = body.points ?? current.points
  if (!isExact(points)) throw inexactPoints()
  const wanted = { criteria: parsed.criteria, leftOut: body.leftOut, points }
  return putResource({
    ifMatch: call.ifMatch,
    bureau: draft.row.bureau,
    current,
    isEqual: (one) =>
      (one.settled !== null) === body.settled && sameContent({ criteria: one.criteria, leftOut: one.leftOut, points: one.points }, wanted),
    create: () => Promise.resolve(current),
    change: async (former) => {
      if (draft.row.edition !== null) throw alreadyPublished(former)
      await updateDraftItem(db, params.uuid, params.no, {
        criteria: JSON.stringify(parsed.criteria),
        left_out: JSON.stringify(body.leftOut),
        points: toPoints(points),
        settled_by: body.settled ? call.person.username : null,
        settled_at: body.settled ? call.now.toISOString() : null,
        version: former.version + 1,
      })
      return draftItemAnswer(await getDraft(db, params.uuid), params.no)
    },
  })
}

/** The title, and what the sections weigh; the whole table weighs what they do together. Raises 409, 412, 422. */
export const settleDraftHead = async (
  call: Settling<{ readonly uuid: string }, DraftHeadBody>,
): Promise<Reply<FormDraft>> => {
  const { db, body, params } = call
  const draft = await getDraft(db, params.uuid)
  const current = draftAnswer(draft)
  const wanted = body.sections ?? []
  if (wanted.some(({ no }) => !draft.sections.some((section) => section.no === no))) throw noSuchSection()
  const sections = draft.sections.map((section) => {
    const { points, name } = wanted.find((one) => one.no === section.no) ?? section
    return { ...section, points, name }
  })
  if (!wanted.every((section) => isExact(section.points))) throw inexactPoints()
  const title = body.title ?? draft.row.title
  return putResource({
    ifMatch: call.ifMatch,
    bureau: draft.row.bureau,
    current,
    isEqual: () => title === draft.row.title && (body.sections === undefined || (draft.row.total === null && sameContent(sections, draft.sections))),
    create: () => Promise.resolve(current),
    change: async (former) => {
      if (draft.row.edition !== null) throw alreadyPublished(former)
      await updateDraft(db, params.uuid, {
        title,
        sections: JSON.stringify(sections),
        ...(body.sections === undefined ? {} : { total: null }),
        ...(call.prepared === undefined ? {} : { fills_source: call.prepared.fillsSource ? 1 : 0 }),
        version: former.version + 1,
      })
      return draftAnswer(await getDraft(db, params.uuid))
    },
  })
}
