import type { IfMatch } from './if-match.ts'
import { otherContent, stale } from './problem.ts'
import { created, ok, unchanged } from './reply.ts'
import type { Reply } from './reply.ts'

/**
 * `PUT` where names come from the caller. Without If-Match: 201 where nothing is there, 200 where the content is
 * equal, 409 with `current` where it differs. With If-Match: 200 after the change, 412 with `current` where the
 * version is stale or nothing is there; 200 where it is the very change that made the current version. Runs inside the
 * write's transaction, which holds the write lock, so between `current` and `create` nobody comes in; a database
 * constraint still stands behind it.
 *
 *   return putResource({
 *     ifMatch: call.ifMatch,
 *     current: await findUnit(call.db, code),
 *     isEqual: (unit) => sameUnit(unit, call.body),
 *     create: () => createUnit(call.db, code, call.body),
 *     change: (unit) => changeUnit(call.db, unit, call.body),
 *   })
 */
export const putResource = async <T extends { readonly version: number }>(put: {
  readonly ifMatch: IfMatch
  /** Whose trail the audit row belongs to, where it is not the writer's own: an admin works for many bureaus. */
  readonly bureau?: string
  readonly current: T | undefined
  readonly isEqual: (current: T) => boolean
  readonly create: () => Promise<T>
  readonly change: (current: T) => Promise<T>
}): Promise<Reply<T>> => {
  const { ifMatch, current } = put
  const extras = put.bureau === undefined ? {} : { audit: { bureau: put.bureau } }
  if (current === undefined) {
    if (ifMatch !== undefined) throw stale(null)
    return created(await put.create(), extras)
  }
  if (ifMatch === undefined) {
    if (put.isEqual(current)) return unchanged(current)
    throw otherContent(current)
  }
  // The same change again, whose answer was lost on the way: it is there already, and nobody else came in between.
  if (ifMatch === current.version - 1 && put.isEqual(current)) return unchanged(current)
  if (ifMatch !== current.version) throw stale(current)
  return put.isEqual(current) ? unchanged(current) : ok(await put.change(current), extras)
}
