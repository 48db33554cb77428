const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type SessionKind = 'cookie' | 'token'

/** Idle and absolute ends. A token is for scripts: it may rest as long as it lives, and lives a week. */
const ends: { readonly [K in SessionKind]: { readonly idleMs: number; readonly absoluteMs: number } } = {
  cookie: { idleMs: 12 * hour, absoluteMs: 30 * day },
  token: { idleMs: Infinity, absoluteMs: 7 * day },
}

/** Being seen is noted at most so often: reading must not become writing. */
export const touchEveryMs = 5 * minute

export const absoluteEnd = (kind: SessionKind, now: Date): Date => new Date(now.getTime() + ends[kind].absoluteMs)

export const isLive = (
  session: { readonly kind: string; readonly last_seen_at: string; readonly expires_at: string },
  now: Date,
): boolean => {
  const { idleMs } = ends[session.kind === 'token' ? 'token' : 'cookie']
  return now.getTime() < Date.parse(session.expires_at) && now.getTime() - Date.parse(session.last_seen_at) < idleMs
}

/** Over HTTPS the `__Host-` name ties the cookie to this host and path; browsers refuse it over plain HTTP. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-zicha' : 'zicha')

/** An account opens while it is active and, after a handover, through its last day: to midnight in Shanghai. */
export const mayStillWork = (user: { readonly active: number; readonly ends_on: string | null }, now: Date): boolean =>
  user.active === 1 && (user.ends_on === null || now.getTime() < Date.parse(`${user.ends_on}T16:00:00.000Z`))
