import { mergeAct, isPast, isUnsent, rebase, subjectOf } from './item.ts'
import type { ItemState, NewItem, QueuedItem } from './item.ts'
import type { QueueDatabase, StoredBytes } from './queue-database.ts'

/** Everything of one person in the order of sending. */
export const listItems = async (db: QueueDatabase, owner: string): Promise<readonly QueuedItem[]> =>
  (await db.getAllFromIndex('items', 'owner', owner)).sort((a, b) => a.seq - b.seq)

/**
 * Stores an act, and the bytes of a photo in the same step; answers the id of the item that carries it. Once this
 * resolves, the device has it.
 */
export const storeAct = async (db: QueueDatabase, added: NewItem, bytes?: StoredBytes): Promise<string> => {
  const transaction = db.transaction(['items', 'bytes'], 'readwrite', { durability: 'strict' })
  const items = transaction.objectStore('items')
  const before = (await items.index('owner').getAll(added.owner)).sort((a, b) => a.seq - b.seq)
  const merged = mergeAct(before, added)
  const writes: Promise<unknown>[] = []
  if (bytes !== undefined) writes.push(transaction.objectStore('bytes').put(bytes))
  for (const one of merged.drop) writes.push(items.delete(one.seq))
  // An item without its place in the order gets one from the database.
  for (const one of merged.put) writes.push(items.put(one as QueuedItem))
  await Promise.all([...writes, transaction.done])
  const carrying = merged.put[0] ?? before.findLast((one) => subjectOf(one) === subjectOf(added))
  return carrying?.id ?? added.id
}

/** Puts items as they now are; those that were taken out meanwhile stay out. */
export const putItems = async (db: QueueDatabase, changed: readonly QueuedItem[]): Promise<void> => {
  const transaction = db.transaction('items', 'readwrite')
  for (const item of changed) {
    if ((await transaction.store.get(item.seq))?.id === item.id) await transaction.store.put(item)
  }
  await transaction.done
}

/** Puts back what the page still remembers of a queue that was cleared under it. */
export const restoreItems = async (db: QueueDatabase, remembered: readonly QueuedItem[]): Promise<void> => {
  const transaction = db.transaction('items', 'readwrite')
  for (const item of remembered) {
    if ((await transaction.store.get(item.seq)) === undefined) await transaction.store.put(item)
  }
  await transaction.done
}

/** The item is sent: what follows it stands on its version, and earlier sent copies of the same record are not needed. */
export const markSent = async (db: QueueDatabase, item: QueuedItem, state: ItemState & { readonly kind: 'sent' }): Promise<void> => {
  const transaction = db.transaction('items', 'readwrite')
  const all = (await transaction.store.index('owner').getAll(item.owner)).sort((a, b) => a.seq - b.seq)
  for (const one of all) {
    if (one.seq < item.seq && !isUnsent(one) && subjectOf(one) === subjectOf(item)) await transaction.store.delete(one.seq)
  }
  if (all.some((one) => one.seq === item.seq)) await transaction.store.put({ ...item, state })
  if (state.version !== undefined) for (const next of rebase(all, item, state.version)) await transaction.store.put({ ...next, epoch: state.epoch })
  await transaction.done
}

/** Takes items out, and the bytes that nothing else of this person names. */
export const dropItems = async (db: QueueDatabase, owner: string, dropped: (item: QueuedItem) => boolean): Promise<void> => {
  const transaction = db.transaction(['items', 'bytes'], 'readwrite')
  const items = transaction.objectStore('items')
  const left = new Set<string>()
  const gone: string[] = []
  for (const item of await items.index('owner').getAll(owner)) {
    const sha256 = item.act.kind === 'photo' ? item.act.sha256 : undefined
    if (dropped(item)) {
      await items.delete(item.seq)
      if (sha256 !== undefined) gone.push(sha256)
    } else if (sha256 !== undefined) left.add(sha256)
  }
  for (const sha256 of gone) if (!left.has(sha256)) await transaction.objectStore('bytes').delete([owner, sha256])
  await transaction.done
}

/** Sent copies end after thirty days. */
export const dropPast = (db: QueueDatabase, owner: string, now: number): Promise<void> => dropItems(db, owner, (item) => isPast(item, now))

export const findEpoch = async (db: QueueDatabase, owner: string): Promise<string | null> => (await db.get('owners', owner))?.epoch ?? null
