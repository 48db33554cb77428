import { hash as hashOf } from 'node:crypto'
import { parseCookie } from 'cookie'
import type { FastifyRequest } from 'fastify'
import type { Authenticate } from '../http/run-route.ts'
import { Problem, signInNeeded } from '../http/problem.ts'
import type { Services } from '../http/route.ts'
import { cookieName, isLive, mayStillWork, touchEveryMs } from './session-rules.ts'
import { findSession, touchSession } from './sessions.queries.ts'
import { write } from '../database/transaction.ts'

/** A token is kept as its hash: who reads the store cannot sign in with what is there. */
export const tokenHash = (token: string): string => hashOf('sha256', token, 'hex')

/**
 * The person behind a Bearer token or a session cookie. A token that is not known is 401; a cookie that is not known
 * is nobody, so that the sign-in page still opens. Cookies count for writes only from our own pages.
 */
export const authenticate: Authenticate = async (request, services) => {
  const bearer = bearerOf(request)
  if (bearer === undefined) refuseForeignPages(request)
  const token = bearer ?? parseCookie(request.headers.cookie ?? '')[cookieName(request.protocol === 'https')]
  if (token === undefined || token === '') return null
  const hash = tokenHash(token)
  const found = await findSession(services.database.reader, hash)
  const now = services.now()
  if (found === undefined || !isLive(found, now) || !mayStillWork(found, now)) {
    if (bearer !== undefined) throw signInNeeded()
    return null
  }
  if (bearer === undefined) demandOwnPage(request)
  if (now.getTime() - Date.parse(found.last_seen_at) > touchEveryMs) await keepAlive(services, hash, now)
  const { username, name, role, unit, bureau } = found
  return { person: { username, name, role, unit, bureau }, sessionHash: hash }
}

const bearerOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers.authorization
  if (header === undefined) return undefined
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(header)?.[1]
  if (token === undefined) throw signInNeeded()
  return token
}

const keepAlive = (services: Services, hash: string, now: Date): Promise<void> =>
  write(services.database, (trx) => touchSession(trx, hash, now))

const isUnsafe = (request: FastifyRequest): boolean => request.method !== 'GET' && request.method !== 'HEAD'

/** Whose page a browser sends from, in its own words (Sec-Fetch-Site, Origin); undefined where it says nothing. */
const isOwnPage = (request: FastifyRequest): boolean | undefined => {
  const site = request.headers['sec-fetch-site']
  // `none`: typed or opened by the person, no page was behind it.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined) return undefined
  return URL.canParse(origin) && new URL(origin).host === request.host
}

/** A page of somebody else may neither write nor sign anybody in, cookie or not. */
const refuseForeignPages = (request: FastifyRequest): void => {
  if (isUnsafe(request) && isOwnPage(request) === false) throw foreignPage()
}

/** The cookie comes along whoever made the page: a write by cookie has to come from a page that says it is ours. */
const demandOwnPage = (request: FastifyRequest): void => {
  if (isUnsafe(request) && isOwnPage(request) !== true) throw foreignPage()
}

const foreignPage = (): Problem =>
  new Problem({
    code: 'request.foreign_page',
    status: 403,
    title: '不是从本站发来的',
    detail: '这一步不是从本站页面发来的，没有执行。请打开本站再做。',
  })
