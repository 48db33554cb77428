import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Permission } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import type { About } from '../access/relation.ts'
import type { Config } from '../config.ts'
import type { Database, Db } from '../database/database.ts'
import type { Storage } from '../storage/storage.ts'
import type { IfMatch } from './if-match.ts'
import type { Reply } from './reply.ts'
import type { Hold } from './room-for-calls.ts'

/**
 * A route reads as one sentence: address · permission · what it is about · schemas → one call → answer.
 *
 *   export const putCalendar = route({
 *     method: 'PUT',
 *     path: '/units/:bureau/calendar',
 *     summary: 'Set the semesters of a bureau',
 *     permission: 'unit.write',
 *     about: ({ params }) => ({ kind: 'unit', unit: params.bureau }),
 *     params: z.strictObject({ bureau: code }),
 *     body: calendarBody,
 *     answer: calendar,
 *     action: 'calendar.put',
 *     handle: (call) => setCalendar(call.db, call.params.bureau, call.body, call.ifMatch),
 *   })
 *
 * - `method` other than GET: `handle` runs inside one transaction (`call.db` is it) which holds the store's write
 *   lock, and the audit row (`action`, the address as target) is appended in the same transaction. It may run again
 *   after a crossed transaction: it does nothing but ask and write `call.db`. A reply made by `unchanged()` or
 *   `nothingChanged()` writes no audit row.
 * - `prepare` runs before the transaction opens, after the right was checked: hashing, reading bytes, the storage.
 *   Its answer is `call.prepared`.
 * - GET: `call.db` is the reader; `consistent: true` gives all its questions one state of the store.
 * - `permission: 'public'`: nobody need be signed in, and `call.person` is null.
 * - `about` names what the call touches; without it the call is about the signed-in person themselves (`own`).
 *   Refusals (404 for what is not theirs or not there, 403 without the right) are given before `prepare`.
 * - `takes: 'bytes'`: no body schema; `call.upload` is the stream, with its type and file name (http/upload.ts).
 * - Problems are thrown (http/problem.ts); replies are made by ok, created, unchanged, nothing, file.
 */
export const route = <
  const Access extends Permission | 'public',
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
  Prepared = undefined,
>(
  declared: RouteDeclaration<Access, Params, Query, Body, Answer, Prepared>,
): Route => {
  // The one place where the plain call becomes this route's own: the runner parsed it by this route's own schemas.
  const typed = <P>(call: AnyCall) =>
    call as unknown as Call<Access, z.output<Params>, z.output<Query>, z.output<Body>, P>
  const { prepare, handle, about } = declared
  return {
    method: declared.method,
    path: declared.path,
    summary: declared.summary,
    permission: declared.permission,
    about: about === undefined ? undefined : (call) => about(typed<undefined>(call)),
    params: declared.params,
    query: declared.query,
    body: declared.body,
    answer: declared.answer,
    statuses: declared.statuses ?? usualStatuses(declared.method, declared.answer),
    takes: declared.takes ?? 'json',
    limitBytes: declared.limitBytes ?? 1024 * 1024,
    action: declared.action,
    consistent: declared.consistent ?? false,
    prepare: prepare === undefined ? undefined : (call) => prepare(typed<undefined>(call)),
    handle: (call) => handle(typed<Prepared>(call)),
  }
}

const usualStatuses = (method: Method, answer: unknown): readonly number[] => {
  if (answer === undefined) return method === 'GET' ? [200] : [204]
  return method === 'PUT' ? [200, 201] : [200]
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

/** What every call may use besides its own input. */
export type Services = {
  readonly database: Database
  readonly storage: Storage
  readonly config: Config
  readonly now: () => Date
  readonly log: Log
}
export type Log = {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export type Call<Access, Params, Query, Body, Prepared> = {
  readonly person: Access extends 'public' ? Person | null : Person
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly prepared: Prepared
  /** The transaction of a write; the reader of a GET. */
  readonly db: Db
  readonly now: Date
  readonly ifMatch: IfMatch
  readonly requestId: string
  readonly services: Services
  readonly upload: Upload
  readonly client: Client
}
export type AnyCall = Call<Permission | 'public', unknown, unknown, unknown, unknown>

/** Bytes on their way in: read them once, by readUpload(call.upload, limit). */
export type Upload = {
  readonly stream: Readable
  readonly type: string
  readonly name: string
  readonly announcedSize: number | undefined
  readonly hold: Hold
}

export type Client = {
  readonly address: string
  /** True where the browser speaks HTTPS to us or to the proxy in front. */
  readonly secure: boolean
  /** `scheme://host` as the caller wrote it, for one-time links. */
  readonly origin: string
  readonly headers: IncomingHttpHeaders
  /** SHA-256 of the session's token; null where nobody is signed in. */
  readonly sessionHash: string | null
}

export type RouteDeclaration<Access, Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType, Prepared> = {
  readonly method: Method
  /** Under /api/v1, parameters as `:name`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly permission: Access
  readonly about?: (call: Call<Access, z.output<Params>, z.output<Query>, z.output<Body>, undefined>) => About
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer?: Answer
  /** Success statuses for the description; by default those of the method. */
  readonly statuses?: readonly number[]
  readonly takes?: 'json' | 'bytes'
  readonly limitBytes?: number
  /** `noun.verb` of the audit row: every method but GET needs one. */
  readonly action?: string
  readonly consistent?: boolean
  readonly prepare?: (call: Call<Access, z.output<Params>, z.output<Query>, z.output<Body>, undefined>) => Promise<Prepared>
  readonly handle: (
    call: Call<Access, z.output<Params>, z.output<Query>, z.output<Body>, Prepared>,
  ) => Promise<Reply<z.output<Answer>>>
}

/** A declared route, its types folded in: what the runner, the description and the access matrix read. */
export type Route = {
  readonly method: Method
  readonly path: `/${string}`
  readonly summary: string
  readonly permission: Permission | 'public'
  readonly about: ((call: AnyCall) => About) | undefined
  readonly params: z.ZodType | undefined
  readonly query: z.ZodType | undefined
  readonly body: z.ZodType | undefined
  readonly answer: z.ZodType | undefined
  readonly statuses: readonly number[]
  readonly takes: 'json' | 'bytes'
  readonly limitBytes: number
  readonly action: string | undefined
  readonly consistent: boolean
  readonly prepare: ((call: AnyCall) => Promise<unknown>) | undefined
  readonly handle: (call: AnyCall) => Promise<Reply<unknown>>
}
