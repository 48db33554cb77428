import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { CurrentSession } from './contract.ts'

/**
 * The last copy of what a school reads, on its own device: shown with its age where the server cannot be reached. Of
 * one person at a time; whoever signs in next, and signing out, clears it. The queue lies elsewhere and is not touched.
 */
type Kept = { readonly path: string; readonly at: number; readonly value: unknown }

interface KeptShape extends DBSchema {
  answers: { key: string; value: Kept }
  owner: { key: 'owner'; value: string }
}

const session = '/sessions/current'

let database: Promise<IDBPDatabase<KeptShape>> | undefined
const open = (): Promise<IDBPDatabase<KeptShape>> => {
  database ??= openDB<KeptShape>('zicha-answers', 1, {
    upgrade: (db) => {
      db.createObjectStore('answers', { keyPath: 'path' })
      db.createObjectStore('owner')
    },
    blocking: (_now, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      database = undefined
    },
    terminated: () => {
      database = undefined
    },
  })
  return database
}

let whose: { readonly owner: string; readonly unit: string } | null = null
/** When the oldest of the copies that are on the page was taken; null while the server answers. */
let shownFrom: number | null = null
const listeners = new Set<() => void>()
const show = (from: number | null): void => {
  if (from === shownFrom) return
  shownFrom = from
  for (const listener of listeners) listener()
}

export const readShownFrom = (): number | null => shownFrom
export const subscribeShownFrom = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Words of the own school and what everybody may read; no lists of people, no other school, no printed page. */
const isKept = (path: string): boolean =>
  whose !== null &&
  (path === session ||
    path.startsWith('/forms/') ||
    path === '/entry-kinds' ||
    (path.includes(`/units/${encodeURIComponent(whose.unit)}`) && path.startsWith('/rounds/') && !path.endsWith('/pages')))

/** The server answered: the copy is renewed, and what is on the page is no old copy any more. */
export const keepAnswer = async (path: string, value: unknown): Promise<void> => {
  show(null)
  try {
    if (path === session) await beginFor(value as CurrentSession)
    if (isKept(path)) await (await open()).put('answers', { path, at: Date.now(), value })
  } catch {
    // No copy is kept: without a network the page will say so.
  }
}

const beginFor = async ({ user }: CurrentSession): Promise<void> => {
  const writes = user.role === 'clerk' || user.role === 'secretary'
  const before = whose
  whose = writes ? { owner: user.username, unit: user.unit } : null
  if (before !== null && before.owner === user.username) return
  const db = await open()
  if ((await db.get('owner', 'owner')) !== user.username) {
    await db.clear('answers')
    await db.put('owner', user.username, 'owner')
  }
}

/** The last copy of an answer, with what it makes known: that the page shows a copy, and of when. */
export const findKept = async (path: string): Promise<{ readonly value: unknown } | undefined> => {
  try {
    const kept = await (await open()).get('answers', path)
    if (kept === undefined) return undefined
    if (path === session) {
      const { user, expiresAt } = kept.value as CurrentSession
      if (Date.parse(expiresAt) < Date.now()) return undefined
      whose = { owner: user.username, unit: user.unit }
    }
    show(shownFrom === null ? kept.at : Math.min(shownFrom, kept.at))
    return { value: kept.value }
  } catch {
    return undefined
  }
}

/** When the copy of an answer was taken. */
export const keptAt = async (path: string): Promise<number | undefined> => {
  try {
    return (await (await open()).get('answers', path))?.at
  } catch {
    return undefined
  }
}

/** Nobody is signed in any more: nothing of theirs can be looked at here. */
export const forgetAnswers = async (): Promise<void> => {
  whose = null
  show(null)
  try {
    const db = await open()
    await db.clear('answers')
    await db.clear('owner')
  } catch {
    // Nothing was kept.
  }
}
