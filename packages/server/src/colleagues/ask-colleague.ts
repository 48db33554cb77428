import { randomUUID } from 'node:crypto'
import { countedKinds } from '@zicha/core'
import { tokenHash } from '../accounts/authenticate.ts'
import { newToken } from '../accounts/open-session.ts'
import type { Db } from '../database/database.ts'
import { listKindsFor } from '../forms/get-form.ts'
import { notFound } from '../http/problem.ts'
import { created, nothing, nothingChanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy, fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { RecordRequest, RequestBody, RequestLink } from './colleagues.contract.ts'
import { alreadyAnswered, noSuchCriterion, noSuchKind, notADepartment, oneThingAsked } from './requests.problems.ts'
import { findRequest, insertRequest, listRequestRows, updateRequest } from './requests.queries.ts'
import type { RequestRow } from './requests.queries.ts'

/** Long enough for a colleague on a course, short enough that no link lies about for a term. */
const linkLivesMs = 14 * 86_400_000

/** Ends of names that departments bear; a person's name has none of them. */
const department = /(处|室|部|会|组|队|科|站|园|中心|委|团委|团支部|支部|财务|总务|教务|政教|后勤|人事|档案|安全办|办)$/

/** A link by which a department adds one record without an account. Shown once; the store keeps its hash. */
export const askColleague = (writing: Writing, at: R, body: RequestBody, origin: string): Promise<Reply<RequestLink>> =>
  fillBeneath(writing, at, async (beneath) => {
    if (!department.test(body.from)) throw notADepartment()
    const asked = askedOf(beneath, body)
    const token = newToken()
    const { key } = beneath
    const row: RequestRow = {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      id: randomUUID(),
      token_hash: tokenHash(token),
      criterion: body.criterion ?? null,
      kinds: JSON.stringify(asked.kinds),
      asks: asked.title,
      department: body.from,
      note: body.note === undefined || body.note === '' ? null : body.note,
      file: null,
      made_at: writing.now.toISOString(),
      made_by: writing.person.username,
      expires_at: new Date(writing.now.getTime() + linkLivesMs).toISOString(),
      used_at: null,
      withdrawn_at: null,
      entry: null,
    }
    await insertRequest(writing.db, row)
    return created({ ...requestOf(row, writing.now), url: `${origin}/requests/${token}` })
  })

/** What is asked for, and as which kinds of entry it may be recorded. */
const askedOf = ({ form, unit }: Beneath, { criterion: id, kind }: RequestBody): { readonly title: string; readonly kinds: readonly string[] } => {
  if ((id === undefined) === (kind === undefined)) throw oneThingAsked()
  if (kind !== undefined) {
    const known = listKindsFor(form).some((one) => one.name === kind)
    if (!known) throw noSuchKind()
    return { title: kind, kinds: [kind] }
  }
  const criterion = form.criteria.find((one) => one.id === id)
  if (criterion === undefined) throw noSuchCriterion()
  const kinds = [...new Set([...countedKinds(criterion, unit), ...criterion.suggestedBy])]
  if (kinds.length === 0) throw noSuchKind()
  return { title: criterion.title, kinds }
}

export const listRequests = async (db: Db, at: R, now: Date): Promise<RecordRequest[]> =>
  (await listRequestRows(db, (await getBeneath(db, at)).key)).map((row) => requestOf(row, now))

/** Ends an open link. Withdrawn or over already: nothing happens. Raises 409 where it was answered. */
export const withdrawRequest = async (writing: Writing, at: R & { readonly uuid: string }): Promise<Reply<never>> => {
  const { key } = await getBeneath(writing.db, at)
  const row = await findRequest(writing.db, key, at.uuid)
  if (row === undefined) throw notFound()
  if (row.used_at !== null) throw alreadyAnswered()
  if (row.withdrawn_at !== null) return nothingChanged()
  await updateRequest(writing.db, row.token_hash, { withdrawn_at: writing.now.toISOString() })
  return auditedBy(key.bureau, nothing())
}

export const kindsOf = (row: RequestRow): readonly string[] => JSON.parse(row.kinds) as string[]

const stateOf = (row: RequestRow, now: Date): RecordRequest['state'] => {
  if (row.used_at !== null) return 'answered'
  if (row.withdrawn_at !== null) return 'withdrawn'
  return row.expires_at <= now.toISOString() ? 'over' : 'open'
}

const requestOf = (row: RequestRow, now: Date): RecordRequest => ({
  id: row.id,
  criterion: row.criterion,
  kinds: [...kindsOf(row)],
  asks: row.asks,
  from: row.department,
  note: row.note,
  state: stateOf(row, now),
  madeAt: row.made_at,
  madeBy: row.made_by,
  expiresAt: row.expires_at,
  entry: row.entry,
  usedAt: row.used_at,
})

/** True while the link opens. */
export const isOpen = (row: RequestRow, now: Date): boolean => stateOf(row, now) === 'open'
