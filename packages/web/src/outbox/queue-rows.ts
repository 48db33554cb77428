import { bytesOf, isPast, isUnsent, subjectOf } from './item.ts'
import type { Act, ItemState, NewItem, QueuedItem } from './item.ts'
import { mergeAct, rebase } from './merge-act.ts'
import type { QueueDatabase, StoredBytes } from './queue-database.ts'
import { isSiteAct } from './site-acts.ts'

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
  const ended = transaction.done
  try {
    if (bytes !== undefined) await transaction.objectStore('bytes').put(bytes)
    for (const one of merged.drop) await items.delete(one.seq)
    // An item without its place in the order gets one from the database.
    for (const one of merged.put) await items.put(one as QueuedItem)
  } catch (error) {
    ended.catch(() => undefined)
    try {
      transaction.abort()
    } catch {
      // It ended by itself, and took everything back.
    }
    throw error
  }
  await ended
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
    const sha256 = bytesOf(item.act)
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

/** The epoch that this person's queue last knew; their name stands beside it from now on. */
export const enterOwner = async (db: QueueDatabase, owner: string, name: string): Promise<string | null> => {
  const epoch = (await db.get('owners', owner))?.epoch ?? null
  await db.put('owners', { owner, name, epoch })
  return epoch
}

export type OtherQueue = { readonly owner: string; readonly name: string; readonly count: number }

/** Queues of other people of the same school on this device: whose, and how many, never what. An inspector's is nobody else's. */
export const listOthers = async (db: QueueDatabase, owner: string, unit: string): Promise<readonly OtherQueue[]> => {
  const found = new Map<string, OtherQueue>()
  for (const item of await db.getAll('items')) {
    if (item.owner === owner || item.place.unit !== unit || !isUnsent(item) || isSiteAct(item.act)) continue
    const name = (await db.get('owners', item.owner))?.name ?? item.owner
    found.set(item.owner, { owner: item.owner, name, count: (found.get(item.owner)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/**
 * Gives another's unsent items of the same school to this person; whose they were goes with each of them. A record says so
 * itself where it never went out; one that did is left as it is, so that the server knows it again.
 */
export const takeOver = async (db: QueueDatabase, from: OtherQueue, to: string, unit: string, words: string): Promise<void> => {
  const transaction = db.transaction(['items', 'bytes'], 'readwrite')
  const items = transaction.objectStore('items')
  const bytes = transaction.objectStore('bytes')
  for (const item of await items.index('owner').getAll(from.owner)) {
    if (item.place.unit !== unit || !isUnsent(item) || isSiteAct(item.act)) continue
    const { act } = item
    await items.put({ ...item, owner: to, givenBy: item.givenBy ?? from.name, act: item.tries === 0 ? saidBy(act, words) : act })
    if (act.kind !== 'photo') continue
    const stored = await bytes.get([from.owner, act.sha256])
    if (stored !== undefined) await bytes.put({ ...stored, owner: to })
    await bytes.delete([from.owner, act.sha256])
  }
  await transaction.done
}

/** Whose it was and who sends it: in the record's note, in the reason of a mark. What has no words of its own says it by `givenBy` alone. */
const saidBy = (act: Act, words: string): Act => {
  switch (act.kind) {
    case 'entry':
      return { ...act, body: { ...act.body, note: [act.body.note, words].filter((one) => one !== undefined).join(' ').slice(0, 2000) } }
    case 'mark':
      return act.body === null ? act : { ...act, body: { ...act.body, reason: `${act.body.reason}${words}`.slice(0, 500) } }
    case 'answer':
    case 'removal':
    case 'photo':
    case 'inspect':
    case 'site_photo':
    case 'seen':
      return act
  }
}
