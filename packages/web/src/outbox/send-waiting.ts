import { placeKey } from '../api/assessment.ts'
import { newId, placePath } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { RequestProblem } from '../api/problem.ts'
import { queryClient } from '../api/queries.ts'
import { sessionKey } from '../api/session.ts'
import { holdLock } from './hold-lock.ts'
import type { Held } from './hold-lock.ts'
import { bytesOf, nextToSend } from './item.ts'
import { readOutbox, showOutbox } from './outbox-state.ts'
import { forgetQueue, ownQueue, reload, tellPages } from './own-queue.ts'
import type { QueueDatabase } from './queue-database.ts'
import { listItems, markSent, putItems } from './queue-rows.ts'
import { doubtEpoch, forgetSession, isEpochOld, knownEpoch, learnEpoch, seeOwner } from './see-server.ts'
import { sendItem } from './send-item.ts'
import { findLacking } from './sent-copies.ts'
import { showArrived } from './show-arrived.ts'

let sendingNow = false
let sendAgain = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
const holder = newId()

/** Hope is new: the next wait begins short again. */
export const forgetFailures = (): void => {
  failures = 0
}

/** No further try by itself. */
export const restSending = (): void => clearTimeout(timer)

/** Sends what waits, one page of this browser at a time. 立即上传 and every event that gives new hope come here. */
export const wake = async (): Promise<void> => {
  if (readOutbox().standing !== 'ready') return
  if (sendingNow) {
    sendAgain = true
    return
  }
  sendingNow = true
  clearTimeout(timer)
  try {
    do {
      sendAgain = false
      const { db } = await ownQueue()
      const { items } = readOutbox()
      if (nextToSend(items, new Set()) === undefined && (items.length === 0 || !isEpochOld())) break
      // Another page sends; what it may have missed in its last look is looked for again.
      if (!(await holdLock(db, holder, (held) => sendAll(db, held)))) plan(true)
    } while (readAgain())
  } catch {
    // The database was closed or cleared under the page: the next event opens it anew.
    forgetQueue()
    plan(true)
  } finally {
    sendingNow = false
    showOutbox({ sending: null })
  }
}

/** Asked through a call, because it changes while the loop above waits. */
const readAgain = (): boolean => sendAgain && readOutbox().held === null

const sendAll = async (db: QueueDatabase, { keep }: Held): Promise<void> => {
  const putOff = new Set<string>()
  const touched = new Map<string, Place>()
  for (;;) {
    const { owner } = readOutbox()
    const item = nextToSend(await reload(), putOff)
    if (item === undefined || owner === null) break
    if (!(await keep())) return plan(true)
    if (!navigator.onLine) return hold('unreachable')
    const standing = await seeOwner(db, owner)
    if (standing !== 'here') return hold(standing)
    const tried = { ...item, tries: item.tries + 1 }
    await putItems(db, [tried])
    showOutbox({ sending: item.id, held: null })
    const sha256 = bytesOf(tried.act)
    const bytes = sha256 === undefined ? undefined : await db.get('bytes', [owner, sha256])
    const outcome = await sendItem(tried, bytes, knownEpoch())
    if (readOutbox().owner !== owner) return
    switch (outcome.kind) {
      case 'sent': {
        failures = 0
        await markSent(db, tried, {
          kind: 'sent',
          at: new Date().toISOString(),
          epoch: knownEpoch(),
          ...(outcome.version === undefined ? {} : { version: outcome.version }),
        })
        showArrived(item.place, outcome.arrived)
        const left = nextToSend(await listItems(db, owner), putOff)
        // The last of a run is shown as sent together with what it changed.
        touched.set(placePath(item.place), item.place)
        if (left === undefined) await readAnew(touched)
        showOutbox({ sending: null })
        break
      }
      case 'stuck':
        await putItems(db, [{ ...tried, state: outcome.state }])
        touched.set(placePath(item.place), item.place)
        showOutbox({ sending: null })
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
    await tellPages()
  }
  plan(putOff.size > 0)
  await readAnew(touched)
  await lookForLacking(db)
}

/** What was sent to, or met something there, is read again: an inspector may have been at several schools. */
const readAnew = async (touched: Map<string, Place>): Promise<void> => {
  const places = [...touched.values()]
  touched.clear()
  await Promise.all(places.map((place) => queryClient.invalidateQueries({ queryKey: placeKey(place) })))
}

const hold = (held: 'signed_out' | 'unreachable'): void => {
  if (held === 'signed_out') void queryClient.invalidateQueries({ queryKey: sessionKey })
  else failures += 1
  showOutbox({ held, sending: null })
  plan(held === 'unreachable')
}

/** The next try by itself: after 2, 4, 8 … seconds, at most five minutes apart. */
const plan = (retry: boolean): void => {
  clearTimeout(timer)
  if (retry) timer = setTimeout(() => void wake(), Math.min(300_000, 1_000 * 2 ** Math.min(failures, 9)))
}

/** A server that was set back to an older copy is asked for what this device had sent it. */
const lookForLacking = async (db: QueueDatabase): Promise<void> => {
  const { owner, items } = readOutbox()
  if (owner === null) return
  try {
    if (isEpochOld()) {
      if (!navigator.onLine || (await seeOwner(db, owner)) !== 'here') return
      if (isEpochOld()) await learnEpoch(db, owner)
    }
    const checked = await findLacking(items, knownEpoch())
    if (checked.length === 0) return
    await putItems(db, checked)
    await tellPages()
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    doubtEpoch()
  }
}
