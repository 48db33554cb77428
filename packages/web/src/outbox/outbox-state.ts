import type { QueuedItem } from './item.ts'

/** What the pages see of the queue of whoever is signed in. */
export type Outbox = {
  readonly owner: string | null
  /** `absent`: this browser keeps nothing, calls go out directly. `newer`: a newer page wrote the queue. */
  readonly standing: 'closed' | 'opening' | 'ready' | 'absent' | 'newer'
  readonly items: readonly QueuedItem[]
  /** Id of the item on its way. */
  readonly sending: string | null
  /** Why nothing goes out at the moment. */
  readonly held: 'signed_out' | 'unreachable' | null
  /** Unsent items that the browser cleared since the last visit. */
  readonly lost: number
}

const closed: Outbox = { owner: null, standing: 'closed', items: [], sending: null, held: null, lost: 0 }

let now: Outbox = closed
const listeners = new Set<() => void>()

export const readOutbox = (): Outbox => now
export const subscribeOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const showOutbox = (change: Partial<Outbox>): void => {
  now = { ...now, ...change }
  for (const listener of listeners) listener()
}

/** Begins anew: with nobody's queue, or with that of a person whose queue is being opened. */
export const showAnew = (owner: string | null): void => {
  now = owner === null ? closed : { ...closed, owner, standing: 'opening' }
  for (const listener of listeners) listener()
}
