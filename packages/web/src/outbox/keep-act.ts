import { newId } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { bytesOf, isUnsent } from './item.ts'
import type { Act, NewItem, QueuedItem } from './item.ts'
import { readOutbox, showOutbox, subscribeOutbox } from './outbox-state.ts'
import { ownQueue, tellPages } from './own-queue.ts'
import type { StoredBytes } from './queue-database.ts'
import { dropItems, putItems, storeAct } from './queue-rows.ts'
import { knownEpoch } from './see-server.ts'
import { wake } from './send-waiting.ts'

/**
 * Stores first, sends after: once this resolves, the device has it. Answers the id of the item that carries it. Raises
 * where the browser keeps nothing or has no room.
 */
export const keepAct = async (place: Place, act: Act, bytes?: Blob): Promise<string> => {
  const { db, owner } = await ownQueue()
  const item: NewItem = {
    format: 2,
    id: newId(),
    owner,
    place,
    act,
    storedAt: new Date().toISOString(),
    tries: 0,
    epoch: knownEpoch(),
    state: { kind: 'waiting' },
  }
  const sha256 = bytesOf(act)
  const stored: StoredBytes | undefined =
    bytes === undefined || sha256 === undefined ? undefined : { owner, sha256, type: bytes.type, bytes: await bytes.arrayBuffer() }
  let id: string
  try {
    id = await storeAct(db, item, stored)
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error
    // What is at the server already makes room for what is not.
    await dropItems(db, owner, (one) => !isUnsent(one))
    id = await storeAct(db, item, stored)
  }
  showOutbox({ lost: 0, held: navigator.onLine ? null : 'unreachable' })
  await tellPages()
  void wake()
  return id
}

/** Changes items in place: chosen anew after a refusal, or offered again. */
export const changeItems = async (changed: readonly QueuedItem[]): Promise<void> => {
  await putItems((await ownQueue()).db, changed)
  await tellPages()
  void wake()
}

/** Takes items out of the queue for good. */
export const dropFromOutbox = async (ids: readonly string[]): Promise<void> => {
  const { db, owner } = await ownQueue()
  await dropItems(db, owner, (item) => ids.includes(item.id))
  await tellPages()
}

/** Resolves once the item no longer waits, or `within` milliseconds have passed; answers it as it then stands. */
export const whenSettled = (id: string, within: number): Promise<QueuedItem | undefined> =>
  new Promise((settled) => {
    const look = () => readOutbox().items.find((item) => item.id === id)
    const end = () => {
      clearTimeout(limit)
      stop()
      settled(look())
    }
    const check = () => {
      const item = look()
      const { sending, held } = readOutbox()
      if (item === undefined || (item.state.kind !== 'waiting' && sending !== id) || held !== null) end()
    }
    const limit = setTimeout(end, within)
    const stop = subscribeOutbox(check)
    check()
  })
