import { z } from 'zod'
import { code, day, instant, uuid } from '../http/values.contract.ts'
import { evidenceOf } from '../ledger/ledger.contract.ts'

/** A department of the school, never a person: 德育处, 团委, 财务. */
const department = z.string().trim().min(2).max(20)

/** POST R/requests: asks a department for one record. Exactly one of `criterion` and `kind`. → 201 with the link, once. */
export const requestBody = z.strictObject({
  criterion: z.string().regex(/^\d{1,3}\.\d{1,3}$/).optional(),
  kind: z.string().max(40).optional(),
  from: department,
  note: z.string().trim().max(200).optional(),
})
export type RequestBody = z.infer<typeof requestBody>

export const requestState = z.enum(['open', 'answered', 'withdrawn', 'over'])
/** GET R/requests, newest first. DELETE R/requests/{uuid} withdraws an open one: 204. */
export const recordRequest = z.strictObject({
  id: uuid,
  criterion: z.string().nullable(),
  kinds: z.array(z.string()),
  asks: z.string(),
  from: z.string(),
  note: z.string().nullable(),
  state: requestState,
  madeAt: instant,
  madeBy: z.string(),
  expiresAt: instant,
  /** The entry that answered it, and when. */
  entry: uuid.nullable(),
  usedAt: instant.nullable(),
})
export type RecordRequest = z.infer<typeof recordRequest>
export const requestList = z.strictObject({ items: z.array(recordRequest) })
/** The link is shown this once: the store keeps only its hash. */
export const requestLink = recordRequest.extend({ url: z.string() })
export type RequestLink = z.infer<typeof requestLink>

/** GET /requests/{token}, nobody signed in: what is asked, in which school, by when. Nothing else. */
export const askedRecord = z.strictObject({
  school: z.string(),
  year: z.int(),
  from: z.string(),
  asks: z.string(),
  note: z.string().nullable(),
  expiresAt: instant,
  /** Days that may be given. */
  firstDay: day,
  lastDay: day,
})
export type AskedRecord = z.infer<typeof askedRecord>

/**
 * POST /requests/{token}: the record; the link is used up with it. A photo or file, one at most, is sent before it:
 * PUT /requests/{token}/evidence/{sha256}, bytes.
 */
export const givenRecord = z.strictObject({
  title: z.string().trim().min(1).max(120),
  happenedOn: day,
  people: z.int().min(0).max(100_000).optional(),
  evidence: evidenceOf.optional(),
})
export type GivenRecord = z.infer<typeof givenRecord>
export const givenAnswer = z.strictObject({ school: z.string(), title: z.string(), happenedOn: day })
export type GivenAnswer = z.infer<typeof givenAnswer>

/** PUT R/owners/{item}: 责任部门 of an item; an empty text takes it back. GET R/owners. */
export const ownerBody = z.strictObject({ owner: z.string().trim().max(20) })
export const owners = z.strictObject({
  round: code,
  /** Owner by item number. */
  owners: z.record(z.string(), z.strictObject({ owner: z.string(), by: z.string(), at: instant })),
})
export type OwnersAnswer = z.infer<typeof owners>
