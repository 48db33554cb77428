import { placeKey } from '../api/assessment.ts'
import { newId } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { RequestProblem } from '../api/problem.ts'
import { queryClient } from '../api/queries.ts'
import { sessionKey } from '../api/session.ts'
import { holdLock } from './hold-lock.ts'
import type { Held } from './hold-lock.ts'
import { isUnsent, nextToSend } from './item.ts'
import type { Act, NewItem, QueuedItem } from './item.ts'
import { openQueue } from './queue-database.ts'
import type { QueueDatabase, StoredBytes } from './queue-database.ts'
import { dropItems, dropPast, enterOwner, listItems, listOthers, markSent, putItems, restoreItems, storeAct, takeOver } from './queue-rows.ts'
import type { OtherQueue } from './queue-rows.ts'
import { doubtEpoch, forgetServer, forgetSession, isEpochOld, knownEpoch, learnEpoch, seeOwner } from './see-server.ts'
import { sendItem } from './send-item.ts'
import { findLacking } from './sent-copies.ts'
import { readMarker, writeMarker } from './unsent-marker.ts'

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
let queue: Promise<QueueDatabase> | undefined
let cleared = false
let sendingNow = false
let sendAgain = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
const holder = newId()
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('zicha-outbox')

export const readOutbox = (): Outbox => now
export const subscribeOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const show = (change: Partial<Outbox>): void => {
  now = { ...now, ...change }
  for (const listener of listeners) listener()
}

const open = (): Promise<QueueDatabase> => {
  queue ??= openQueue(
    () => {
      queue = undefined
      cleared = true
      reload().catch(cannotOpen)
    },
    // Until the older page lets go, calls go out directly; then the queue is there after all.
    () => show({ standing: 'absent' }),
  )
  return queue
}

/** Begins with the queue of this person; another's stays where it is, unread. */
export const enterOutbox = async (owner: string, name: string): Promise<void> => {
  if (now.owner === owner && now.standing !== 'closed') return
  now = { ...closed, owner, standing: 'opening' }
  forgetServer(null)
  listen()
  try {
    const db = await open()
    await dropPast(db, owner, Date.now())
    forgetServer(await enterOwner(db, owner, name))
    const items = await listItems(db, owner)
    const unsent = items.filter(isUnsent).length
    if (now.owner !== owner) return
    show({ standing: 'ready', items, lost: Math.max(0, readMarker(owner) - unsent) })
    void wake()
  } catch (error) {
    cannotOpen(error)
  }
}

const cannotOpen = (error: unknown): void => {
  queue = undefined
  if (now.owner !== null) show({ standing: error instanceof DOMException && error.name === 'VersionError' ? 'newer' : 'absent' })
}

/** Nobody is signed in any more: nothing is shown and nothing goes out; the queue stays for its owner. */
export const leaveOutbox = (): void => {
  clearTimeout(timer)
  forgetSession()
  show(closed)
}

const ready = async (): Promise<{ readonly db: QueueDatabase; readonly owner: string }> => {
  const { owner } = now
  if (owner === null) throw new Error('nobody is signed in')
  return { db: await open(), owner }
}

const reload = async (): Promise<readonly QueuedItem[]> => {
  const { db, owner } = await ready()
  const remembered = now.items.filter(isUnsent)
  if (cleared) {
    cleared = false
    await restoreItems(db, remembered)
  }
  const items = await listItems(db, owner)
  if (now.owner !== owner) return []
  writeMarker(owner, items.filter(isUnsent).length)
  show({ items })
  return items
}

const told = async (): Promise<readonly QueuedItem[]> => {
  const items = await reload()
  channel?.postMessage({ owner: now.owner })
  return items
}

/**
 * Stores first, sends after: once this resolves, the device has it. Answers the id of the item that carries it. Raises
 * where the browser keeps nothing or has no room.
 */
export const keepAct = async (place: Place, act: Act, bytes?: Blob): Promise<string> => {
  const { db, owner } = await ready()
  const item: NewItem = {
    format: 1,
    id: newId(),
    owner,
    place,
    act,
    storedAt: new Date().toISOString(),
    tries: 0,
    epoch: knownEpoch(),
    state: { kind: 'waiting' },
  }
  const stored: StoredBytes | undefined =
    bytes === undefined || act.kind !== 'photo'
      ? undefined
      : { owner, sha256: act.sha256, type: bytes.type, bytes: await bytes.arrayBuffer() }
  let id: string
  try {
    id = await storeAct(db, item, stored)
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error
    // What is at the server already makes room for what is not.
    await dropItems(db, owner, (one) => !isUnsent(one))
    id = await storeAct(db, item, stored)
  }
  show({ lost: 0, held: navigator.onLine ? null : 'unreachable' })
  await told()
  void wake()
  return id
}

/** Changes items in place: chosen anew after a refusal, or offered again. */
export const changeItems = async (changed: readonly QueuedItem[]): Promise<void> => {
  await putItems((await ready()).db, changed)
  await told()
  void wake()
}

/** Takes items out of the queue for good. */
export const dropFromOutbox = async (ids: readonly string[]): Promise<void> => {
  const { db, owner } = await ready()
  await dropItems(db, owner, (item) => ids.includes(item.id))
  await told()
}

export const findBytes = async (sha256: string): Promise<Blob | undefined> => {
  const { db, owner } = await ready()
  const stored = await db.get('bytes', [owner, sha256])
  return stored === undefined ? undefined : new Blob([stored.bytes], { type: stored.type })
}

/** Whose queues of the same school lie on this device too. */
export const listOtherQueues = async (unit: string): Promise<readonly OtherQueue[]> => {
  const { db, owner } = await ready()
  return listOthers(db, owner, unit)
}

/** 接过来传: what another could not send any more goes on under this person's name, and says whose it was. */
export const takeOverQueue = async (other: OtherQueue, unit: string, name: string): Promise<void> => {
  const { db, owner } = await ready()
  await takeOver(db, other.owner, owner, unit, `（${other.name}记，${name}代传）`)
  await told()
  void wake()
}

/** How many items of this account wait on this device, before anybody has signed in. */
export const countWaiting = async (owner: string): Promise<number> =>
  (await listItems(await open(), owner)).filter(isUnsent).length

/** Resolves once the item no longer waits, or `within` milliseconds have passed; answers it as it then stands. */
export const whenSettled = (id: string, within: number): Promise<QueuedItem | undefined> =>
  new Promise((settled) => {
    const look = () => now.items.find((item) => item.id === id)
    const end = () => {
      clearTimeout(limit)
      stop()
      settled(look())
    }
    const check = () => {
      const item = look()
      if (item === undefined || (item.state.kind !== 'waiting' && now.sending !== id) || now.held !== null) end()
    }
    const limit = setTimeout(end, within)
    const stop = subscribeOutbox(check)
    check()
  })

/** Sends what waits, one page of this browser at a time. 立即上传 and every event that gives new hope come here. */
export const wake = async (): Promise<void> => {
  if (now.standing !== 'ready') return
  if (sendingNow) {
    sendAgain = true
    return
  }
  sendingNow = true
  clearTimeout(timer)
  try {
    do {
      sendAgain = false
      const { db } = await ready()
      if (nextToSend(now.items, new Set()) === undefined && (now.items.length === 0 || !isEpochOld())) break
      // Another page sends; what it may have missed in its last look is looked for again.
      if (!(await holdLock(db, holder, (held) => sendAll(db, held)))) plan(true)
    } while (readAgain())
  } catch {
    // The database was closed or cleared under the page: the next event opens it anew.
    queue = undefined
    plan(true)
  } finally {
    sendingNow = false
    show({ sending: null })
  }
}

/** Asked through a call, because it changes while the loop above waits. */
const readAgain = (): boolean => sendAgain && now.held === null

const sendAll = async (db: QueueDatabase, { keep }: Held): Promise<void> => {
  const putOff = new Set<string>()
  for (;;) {
    const { owner } = now
    const item = nextToSend(await reload(), putOff)
    if (item === undefined || owner === null) break
    if (!(await keep())) return plan(true)
    if (!navigator.onLine) return hold('unreachable')
    const standing = await seeOwner(db, owner)
    if (standing !== 'here') return hold(standing)
    const tried = { ...item, tries: item.tries + 1 }
    await putItems(db, [tried])
    show({ sending: item.id, held: null })
    const bytes = tried.act.kind === 'photo' ? await db.get('bytes', [owner, tried.act.sha256]) : undefined
    const outcome = await sendItem(tried, bytes, knownEpoch())
    if (now.owner !== owner) return
    switch (outcome.kind) {
      case 'sent': {
        failures = 0
        await markSent(db, tried, {
          kind: 'sent',
          at: new Date().toISOString(),
          epoch: knownEpoch(),
          ...(outcome.version === undefined ? {} : { version: outcome.version }),
        })
        const left = nextToSend(await listItems(db, owner), putOff)
        // The last of a run is shown as sent together with what it changed.
        if (left === undefined) await queryClient.invalidateQueries({ queryKey: placeKey(item.place) })
        show({ sending: null })
        break
      }
      case 'stuck':
        await putItems(db, [{ ...tried, state: outcome.state }])
        show({ sending: null })
        break
      case 'signed_out':
        forgetSession()
        return hold('signed_out')
      case 'later':
        failures += 1
        if (!outcome.others) return hold('unreachable')
        putOff.add(item.id)
        break
    }
    await told()
  }
  plan(putOff.size > 0)
  await lookForLacking(db)
}

const hold = (held: 'signed_out' | 'unreachable'): void => {
  if (held === 'signed_out') void queryClient.invalidateQueries({ queryKey: sessionKey })
  else failures += 1
  show({ held, sending: null })
  plan(held === 'unreachable')
}

/** The next try by itself: after 2, 4, 8 … seconds, at most five minutes apart. */
const plan = (retry: boolean): void => {
  clearTimeout(timer)
  if (retry) timer = setTimeout(() => void wake(), Math.min(300_000, 1_000 * 2 ** Math.min(failures, 9)))
}

/** A server that was set back to an older copy is asked for what this device had sent it. */
const lookForLacking = async (db: QueueDatabase): Promise<void> => {
  const { owner, items } = now
  if (owner === null) return
  try {
    if (isEpochOld()) {
      if (!navigator.onLine || (await seeOwner(db, owner)) !== 'here') return
      if (isEpochOld()) await learnEpoch(db, owner)
    }
    const checked = await findLacking(items, knownEpoch())
    if (checked.length === 0) return
    await putItems(db, checked)
    await told()
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    doubtEpoch()
  }
}

let listening = false
const listen = (): void => {
  if (listening) return
  listening = true
  const hope = () => {
    failures = 0
    if (now.standing === 'ready') reload().then(wake, cannotOpen)
  }
  addEventListener('online', hope)
  addEventListener('pageshow', hope)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hope()
  })
  channel?.addEventListener('message', () => {
    if (now.standing === 'ready') reload().catch(cannotOpen)
  })
}
