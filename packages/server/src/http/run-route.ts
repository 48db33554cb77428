import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { verdictOf } from '../access/permissions.ts'
import { rootUnit } from '../access/person.ts'
import type { Person } from '../access/person.ts'
import { relationTo } from '../access/relation.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { readConsistently, write } from '../database/transaction.ts'
import { parseIfMatch } from './if-match.ts'
import { problemFromIssues } from './issues.ts'
import { forbidden, notFound, signInNeeded } from './problem.ts'
import type { Reply } from './reply.ts'
import type { AnyCall, Client, Route, Services } from './route.ts'
import { inRoom } from './room-for-calls.ts'
import type { Hold } from './room-for-calls.ts'
import { sendReply } from './send-reply.ts'
import { uploadName } from './upload.ts'

/** Who signed in, by the request's token or cookie; null where nobody is. Given by accounts/. */
export type Authenticate = (
  request: FastifyRequest,
  services: Services,
) => Promise<{ readonly person: Person; readonly sessionHash: string } | null>

export type RunOptions = {
  readonly services: Services
  readonly authenticate: Authenticate
  /** In tests: each answer is held against the route's own schema. */
  readonly checkAnswers: boolean
}

/** The one end of every request: who, what, may they; then the read, or the write with its audit row; then the answer. */
export const runRoute = (route: Route, options: RunOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  inRoom(isCounted(route), (hold) => run(route, options, request, reply, hold))

/** Uploads wait for their senders, sign-ins for a hashing place, and whoever asks how the server is must hear it. */
const isCounted = (route: Route): boolean => route.takes === 'json' && route.permission !== 'public'

const run = async (
  route: Route,
  options: RunOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  hold: Hold,
): Promise<FastifyReply> => {
  const { services } = options
  const signedIn = await options.authenticate(request, services)
  if (route.permission !== 'public' && signedIn === null) throw signInNeeded()
  const call: AnyCall = {
    // A route that is not public has just been refused without a person: its handler may rely on one.
    person: (signedIn?.person ?? null) as Person,
    params: parse(route.params, request.params, 'params'),
    query: parse(route.query, request.query, 'query'),
    body: route.takes === 'json' ? parse(route.body, request.body, 'body') : undefined,
    prepared: undefined,
    db: services.database.reader,
    now: services.now(),
    ifMatch: parseIfMatch(request.headers['if-match']),
    requestId: request.id,
    services,
    upload: {
      stream: request.raw,
      type: request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '',
      name: uploadName(request.headers['content-disposition']),
      announcedSize: announcedSize(request.headers['content-length']),
      hold,
    },
    client: clientOf(request, signedIn?.sessionHash ?? null),
  }
  if (signedIn !== null) await refuseUnlessAllowed(route, call, signedIn.person)
  const prepared = await route.prepare?.(call)
  const answer = await finish(route, { ...call, prepared }, services)
  if (options.checkAnswers) holdAgainstSchema(route, answer)
  return sendReply(reply, answer)
}

const finish = (route: Route, call: AnyCall, services: Services): Promise<Reply<unknown>> => {
  if (route.method === 'GET') {
    return route.consistent
      ? readConsistently(services.database, (db) => route.handle({ ...call, db }))
      : route.handle(call)
  }
  return write(services.database, async (db) => {
    const answer = await route.handle({ ...call, db })
    if (answer.kind === 'bytes' || !answer.changed) return answer
    await appendAudit(db, {
      bureau: answer.audit?.bureau ?? call.person?.bureau ?? rootUnit,
      at: call.now,
      actor: answer.audit?.actor ?? call.person?.username ?? '-',
      action: answer.audit?.action ?? route.action ?? `${route.method.toLowerCase()} ${route.path}`,
      target: answer.audit?.target ?? `${targetOf(route, call.params)}${giverOf(call.query)}`,
      requestId: call.requestId,
    })
    return answer
  })
}

/** The address under /api/v1 with its parameters in place. */
const targetOf = (route: Route, params: unknown): string => {
  const values = (params ?? {}) as Readonly<Record<string, string | number>>
  return route.path.replace(/:([a-zA-Z0-9]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

/** `?givenBy=…` where a person sends what another gave: both names stand in the row. */
const giverOf = (query: unknown): string => {
  const { givenBy } = (query ?? {}) as { readonly givenBy?: string }
  return givenBy === undefined ? '' : `?givenBy=${encodeURIComponent(givenBy)}`
}

const refuseUnlessAllowed = async (route: Route, call: AnyCall, person: Person): Promise<void> => {
  if (route.permission === 'public') return
  const relation =
    route.about === undefined ? 'own' : await relationTo(call.services.database.reader, person, route.about(call))
  switch (verdictOf(route.permission, person.role, relation)) {
    case 'allowed':
      return
    case 'forbidden':
      throw forbidden()
    case 'hidden':
      throw notFound()
  }
}

const parse = (schema: z.ZodType | undefined, value: unknown, part: 'params' | 'query' | 'body'): unknown => {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success && !(part !== 'body' && hasNul(value))) return parsed.data
  // An address that cannot name anything names nothing.
  if (part === 'params') throw notFound()
  throw problemFromIssues(parsed.error?.issues ?? [], part)
}

/** `%00` in an address: no name has it, and no database takes it. */
const hasNul = (values: unknown): boolean =>
  Object.values((values ?? {}) as Readonly<Record<string, unknown>>).some((one) => String(one).includes('\0'))

const announcedSize = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined

const clientOf = (request: FastifyRequest, sessionHash: string | null): Client => ({
  address: request.ip,
  secure: request.protocol === 'https',
  origin: `${request.protocol}://${request.host}`,
  headers: request.headers,
  sessionHash,
})

const holdAgainstSchema = (route: Route, answer: Reply<unknown>): void => {
  if (answer.kind !== 'json' || route.answer === undefined) return
  const held = route.answer.safeParse(answer.body)
  if (!held.success) throw new Error(`${route.method} ${route.path} answers unlike its schema: ${held.error.message}`)
  if (!route.statuses.includes(answer.status)) {
    throw new Error(`${route.method} ${route.path} answers ${answer.status}, which it does not declare`)
  }
}
