import { isUnsent } from './item.ts'
import { readOutbox, showAnew, showOutbox } from './outbox-state.ts'
import { cannotOpen, hearPages, openOutbox, reload } from './own-queue.ts'
import { dropPast, enterOwner, listItems } from './queue-rows.ts'
import { forgetServer, forgetSession } from './see-server.ts'
import { forgetFailures, restSending, wake } from './send-waiting.ts'
import { readMarker } from './unsent-marker.ts'

/** Begins with the queue of this person; another's stays where it is, unread. */
export const enterOutbox = async (owner: string, name: string): Promise<void> => {
  const before = readOutbox()
  if (before.owner === owner && before.standing !== 'closed') return
  showAnew(owner)
  forgetServer(null)
  listen()
  try {
    const db = await openOutbox()
    await dropPast(db, owner, Date.now())
    forgetServer(await enterOwner(db, owner, name))
    const items = await listItems(db, owner)
    const unsent = items.filter(isUnsent).length
    if (readOutbox().owner !== owner) return
    showOutbox({ standing: 'ready', items, lost: Math.max(0, readMarker(owner) - unsent) })
    void wake()
  } catch (error) {
    cannotOpen(error)
  }
}

/** Nobody is signed in any more: nothing is shown and nothing goes out; the queue stays for its owner. */
export const leaveOutbox = (): void => {
  restSending()
  forgetSession()
  showAnew(null)
}

/** How many items of this account wait on this device, before anybody has signed in. */
export const countWaiting = async (owner: string): Promise<number> =>
  (await listItems(await openOutbox(), owner)).filter(isUnsent).length

let listening = false
const listen = (): void => {
  if (listening) return
  listening = true
  const hope = () => {
    forgetFailures()
    if (readOutbox().standing === 'ready') reload().then(wake, cannotOpen)
  }
  addEventListener('online', hope)
  addEventListener('pageshow', hope)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hope()
  })
  hearPages(() => {
    if (readOutbox().standing === 'ready') reload().catch(cannotOpen)
  })
}
