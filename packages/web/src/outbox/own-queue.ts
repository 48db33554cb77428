import { isUnsent } from './item.ts'
import type { QueuedItem } from './item.ts'
import { readOutbox, showOutbox } from './outbox-state.ts'
import { openQueue } from './queue-database.ts'
import type { QueueDatabase } from './queue-database.ts'
import { listItems, restoreItems } from './queue-rows.ts'
import { writeMarker } from './unsent-marker.ts'

let queue: Promise<QueueDatabase> | undefined
let cleared = false
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('zicha-outbox')

export const openOutbox = (): Promise<QueueDatabase> => {
  queue ??= openQueue(
    () => {
      queue = undefined
      cleared = true
      reload().catch(cannotOpen)
    },
    // Until the older page lets go, calls go out directly; then the queue is there after all.
    () => showOutbox({ standing: 'absent' }),
  )
  return queue
}

/** The next use opens the database anew: it was closed or cleared under the page. */
export const forgetQueue = (): void => {
  queue = undefined
}

export const cannotOpen = (error: unknown): void => {
  queue = undefined
  if (readOutbox().owner === null) return
  showOutbox({ standing: error instanceof DOMException && error.name === 'VersionError' ? 'newer' : 'absent' })
}

/** The open queue of whoever is signed in. Raises where nobody is, or where the browser keeps nothing. */
export const ownQueue = async (): Promise<{ readonly db: QueueDatabase; readonly owner: string }> => {
  const { owner } = readOutbox()
  if (owner === null) throw new Error('nobody is signed in')
  return { db: await openOutbox(), owner }
}

/** Reads the queue anew and shows it; puts back what was cleared under the page. */
export const reload = async (): Promise<readonly QueuedItem[]> => {
  const { db, owner } = await ownQueue()
  const remembered = readOutbox().items.filter(isUnsent)
  if (cleared) {
    cleared = false
    await restoreItems(db, remembered)
  }
  const items = await listItems(db, owner)
  if (readOutbox().owner !== owner) return []
  writeMarker(owner, items.filter(isUnsent).length)
  showOutbox({ items })
  return items
}

/** The same after a change of this page: the other pages of this browser look again too. */
export const tellPages = async (): Promise<readonly QueuedItem[]> => {
  const items = await reload()
  channel?.postMessage({ owner: readOutbox().owner })
  return items
}

export const hearPages = (changed: () => void): void => channel?.addEventListener('message', changed)

export const findBytes = async (sha256: string): Promise<Blob | undefined> => {
  const { db, owner } = await ownQueue()
  const stored = await db.get('bytes', [owner, sha256])
  return stored === undefined ? undefined : new Blob([stored.bytes], { type: stored.type })
}
