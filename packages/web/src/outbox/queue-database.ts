import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { QueuedItem } from './item.ts'

/** Bytes lie apart from the items, as plain buffers: phones have lost what was stored as a Blob. */
export type StoredBytes = { readonly owner: string; readonly sha256: string; readonly type: string; readonly bytes: ArrayBuffer }

interface QueueShape extends DBSchema {
  items: { key: number; value: QueuedItem; indexes: { owner: string } }
  bytes: { key: [string, string]; value: StoredBytes }
  /** Whose queues lie here, and the epoch of the server that each of them last spoke with. */
  owners: { key: string; value: { readonly owner: string; readonly name: string; readonly epoch: string | null } }
  /** Who sends, where the browser has no locks of its own. */
  lease: { key: 'sender'; value: { readonly holder: string; readonly until: number } }
}
export type QueueDatabase = IDBPDatabase<QueueShape>

export const queueName = 'zicha-outbox'

/** Each step brings any older queue to the next form; none ever drops an item. */
const steps: readonly ((db: QueueDatabase) => void)[] = [
  (db) => {
    db.createObjectStore('items', { keyPath: 'seq', autoIncrement: true }).createIndex('owner', 'owner')
    db.createObjectStore('bytes', { keyPath: ['owner', 'sha256'] })
    db.createObjectStore('owners', { keyPath: 'owner' })
    db.createObjectStore('lease')
  },
  // Format 2: items of kinds that a page of the first release does not know. It is told that a newer one has been here.
  () => undefined,
]

/**
 * Raises where the browser keeps nothing, and VersionError where a newer page has been here. `onClosed` is told when
 * the database goes away under the page: deleted, evicted, or wanted by a newer page; `onBlocked` while an older page
 * still holds it, which may be asleep in the background.
 */
export const openQueue = (onClosed: () => void, onBlocked: () => void): Promise<QueueDatabase> =>
  openDB<QueueShape>(queueName, steps.length, {
    upgrade: (opened, from) => {
      for (const step of steps.slice(from)) step(opened)
    },
    blocking: (_now, _wanted, event) => {
      // A newer page waits, or the store is being cleared: let it, and look again with the next use.
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
      onClosed()
    },
    blocked: onBlocked,
    terminated: onClosed,
  })
