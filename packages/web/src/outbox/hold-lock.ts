import type { QueueDatabase } from './queue-database.ts'

const name = 'zicha-outbox'

/** Longer than any single call may take. */
const leaseTime = 150_000

export type Held = {
  /** Before each call: true while nobody else sends. */
  readonly keep: () => Promise<boolean>
}

/**
 * One sender for all pages of this browser. With the browser's own locks a page waits for its turn and a killed page
 * lets go; on plain HTTP, where there are none, a lease in the queue itself does, and runs out by itself. False where
 * another page sends.
 */
export const holdLock = async (db: QueueDatabase, holder: string, act: (held: Held) => Promise<void>): Promise<boolean> => {
  // The types promise locks everywhere; only secure contexts have them.
  const locks = navigator.locks as LockManager | undefined
  if (locks !== undefined) {
    await locks.request(name, () => act({ keep: () => Promise.resolve(true) }))
    return true
  }
  const keep = async () => {
    const now = Date.now()
    const transaction = db.transaction('lease', 'readwrite')
    const lease = await transaction.store.get('sender')
    // A lease far ahead was given before somebody set the phone's clock back.
    const free = lease === undefined || lease.holder === holder || lease.until < now || lease.until > now + 2 * leaseTime
    if (free) await transaction.store.put({ holder, until: now + leaseTime }, 'sender')
    await transaction.done
    return free
  }
  if (!(await keep())) return false
  try {
    await act({ keep })
  } finally {
    const transaction = db.transaction('lease', 'readwrite')
    const lease = await transaction.store.get('sender')
    if (lease?.holder === holder) await transaction.store.delete('sender')
    await transaction.done
  }
  return true
}
