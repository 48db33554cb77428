import type { CurrentSession } from './contract.ts'
import { clearKept, openKept } from './kept-database.ts'
import { placePath } from './names.ts'
import type { Place } from './names.ts'

/**
 * The last copy of what a person reads, on their own device: shown with its age where the server cannot be reached. Of
 * one person at a time; whoever signs in next, and signing out, clears it. The queue lies elsewhere and is not touched.
 */
const session = '/sessions/current'

/** Whose copies these are. A school keeps its own words, an inspector those of the schools taken along. */
type Whose = { readonly owner: string } & ({ readonly kind: 'school'; readonly unit: string } | { readonly kind: 'inspector'; readonly taken: ReadonlySet<string> })

let whose: Whose | null = null
/** Answers that came before it was known whose they are: the pages ask for several at once. */
let early: Map<string, unknown> | null = new Map()
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

/** Words of the own school, or of schools taken along, and what everybody may read; no lists of people, no printed page. */
const isKept = (path: string): boolean => {
  if (whose === null) return false
  if (path === session || path.startsWith('/forms/') || path === '/entry-kinds') return true
  if (!path.startsWith('/rounds/') || path.endsWith('/pages')) return false
  if (whose.kind === 'school') return path.includes(`/units/${encodeURIComponent(whose.unit)}`)
  const [, here, rest] = /^(\/rounds\/[^/]+\/units\/[^/?]+)(.*)$/u.exec(path) ?? []
  // The round, its groups and each school's first lines are needed to say what is whose.
  return here === undefined || rest === '' || whose.taken.has(here)
}

/** The server answered: the copy is renewed, and what is on the page is no old copy any more. */
export const keepAnswer = async (path: string, value: unknown): Promise<void> => {
  show(null)
  try {
    if (path === session) await beginFor(value as CurrentSession)
    if (early !== null && path !== session) early.set(path, value)
    else if (isKept(path)) await putCopy(path, value)
  } catch {
    // No copy is kept: without a network the page will say so.
  }
}

const putCopy = async (path: string, value: unknown): Promise<void> => {
  await (await openKept()).put('answers', { path, at: Date.now(), value })
}

const beginFor = async (value: CurrentSession): Promise<void> => {
  const before = whose
  const { username } = value.user
  if (before !== null && before.owner === username) return
  const db = await openKept()
  if ((await db.get('owner', 'owner')) !== username) {
    await clearKept(db)
    await db.put('owner', username, 'owner')
  }
  whose = await whoseIs(value)
  const waiting = early ?? new Map<string, unknown>()
  early = null
  for (const [path, answer] of waiting) if (isKept(path)) await putCopy(path, answer)
}

const whoseIs = async ({ user }: CurrentSession): Promise<Whose | null> => {
  switch (user.role) {
    case 'clerk':
    case 'secretary':
      return { kind: 'school', owner: user.username, unit: user.unit }
    case 'inspector':
      return { kind: 'inspector', owner: user.username, taken: new Set((await (await openKept()).getAll('taken')).map(placePath)) }
    case 'bureau':
    case 'city':
    case 'admin':
      return null
  }
}

/** From now on what is read of this school is kept, and its copies stay fresh by being read. */
export const keepPlace = (place: Place): void => {
  if (whose?.kind === 'inspector') whose = { ...whose, taken: new Set([...whose.taken, placePath(place)]) }
}

/** Nothing of this school is kept any more. */
export const dropPlace = async (place: Place): Promise<void> => {
  const here = placePath(place)
  if (whose?.kind === 'inspector') whose = { ...whose, taken: new Set([...whose.taken].filter((one) => one !== here)) }
  const db = await openKept()
  await db.delete('taken', [place.round, place.unit])
  const range = IDBKeyRange.bound([place.round, place.unit, ''], [place.round, place.unit, '\uffff'])
  await db.delete('photos', range)
  for (const path of await db.getAllKeys('answers')) if (path.startsWith(`${here}/`)) await db.delete('answers', path)
}

/** The last copy of an answer, with what it makes known: that the page shows a copy, and of when. */
export const findKept = async (path: string): Promise<{ readonly value: unknown } | undefined> => {
  try {
    const db = await openKept()
    if (whose === null || path === session) {
      // Pages ask for several answers at once: whose they are is known only by the copy of the session.
      const known = (await db.get('answers', session))?.value as CurrentSession | undefined
      if (known === undefined || Date.parse(known.expiresAt) < Date.now()) return undefined
      whose ??= await whoseIs(known)
    }
    const kept = await db.get('answers', path)
    if (kept === undefined) return undefined
    show(shownFrom === null ? kept.at : Math.min(shownFrom, kept.at))
    return { value: kept.value }
  } catch {
    return undefined
  }
}

/** When the copy of an answer was taken. */
export const keptAt = async (path: string): Promise<number | undefined> => {
  try {
    return (await (await openKept()).get('answers', path))?.at
  } catch {
    return undefined
  }
}

/** Nobody is signed in any more: nothing of theirs can be looked at here. */
export const forgetAnswers = async (): Promise<void> => {
  whose = null
  early = new Map()
  show(null)
  try {
    await clearKept(await openKept())
  } catch {
    // Nothing was kept.
  }
}

/**
 * The session is over, by time: nothing can be looked at until its owner signs in again. Schools that an inspector took
 * along stay, unseen: out there a second download may not be had. Whoever else signs in clears them.
 */
export const closeAnswers = async (): Promise<void> => {
  try {
    const db = await openKept()
    if ((await db.count('taken')) === 0) return await forgetAnswers()
    whose = null
    early = new Map()
    show(null)
    await db.delete('answers', session)
  } catch {
    // Nothing was kept.
  }
}
