import type { EntryBody, LedgerEntry } from '../api/contract.ts'
import type { Place } from '../api/names.ts'

/**
 * What a change was made on: nothing is there yet (`none`), a version read from the server, or whatever the item
 * before it on the same record leaves there (`previous`).
 */
export type Base = number | 'none' | 'previous'

export type EntryAct = { readonly kind: 'entry'; readonly entry: string; readonly body: EntryBody; readonly base: Base }
export type RemovalAct = { readonly kind: 'removal'; readonly entry: string; readonly title: string; readonly base: Base }
export type PhotoAct = { readonly kind: 'photo'; readonly sha256: string; readonly name: string; readonly type: string; readonly size: number }
export type Act = EntryAct | RemovalAct | PhotoAct

/**
 * `waiting`: 已存本机. `stuck`: the server said no for good, the sentence is its own; `current` is what stands there,
 * where two versions met. `sent`: kept for thirty days, for a server that was set back to an older copy; `lacking`:
 * such a server does not have it, and on what it would have to be sent again.
 */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'stuck'; readonly status: number; readonly sentence: string; readonly current?: LedgerEntry }
  | { readonly kind: 'sent'; readonly at: string; readonly version?: number; readonly epoch: string | null; readonly lacking?: Base }

/** One thing to be sent. Format 1: written as it stands here since the first release; later formats read it too. */
export type QueuedItem = {
  readonly format: 1
  /** The order of sending, given by the database of this device. */
  readonly seq: number
  readonly id: string
  readonly owner: string
  readonly place: Place
  readonly act: Act
  /** The phone's own time, shown to people and never sent as the time of a record. */
  readonly storedAt: string
  /** Times it went out. From the first on it may have arrived: it is frozen, changes stand behind it. */
  readonly tries: number
  readonly epoch: string | null
  readonly state: ItemState
}
export type NewItem = Omit<QueuedItem, 'seq'>

export const isUnsent = (item: QueuedItem): boolean => item.state.kind !== 'sent'

/** What two items must share to stand in each other's way. */
export const subjectOf = ({ place, act }: Pick<QueuedItem, 'place' | 'act'>): string =>
  [place.round, place.unit, act.kind === 'photo' ? `photo ${act.sha256}` : `entry ${act.entry}`].join('\n')

/** The first that may go: not stuck, not put off in this round, nothing unsent before it on the same record. */
export const nextToSend = (items: readonly QueuedItem[], putOff: ReadonlySet<string>): QueuedItem | undefined => {
  const held = new Set<string>()
  for (const item of items) {
    if (!isUnsent(item)) continue
    const subject = subjectOf(item)
    if (item.state.kind === 'waiting' && !putOff.has(item.id) && !held.has(subject)) return item
    held.add(subject)
  }
  return undefined
}

/** What is to be written and what is to be taken out so that the queue says the same with fewer calls. */
export type Merged = { readonly put: readonly (QueuedItem | NewItem)[]; readonly drop: readonly QueuedItem[] }

/** An item that may still be changed: it never went out, or was refused, so nothing of it is at the server. */
const isOpen = (item: QueuedItem): boolean => item.state.kind === 'stuck' || (item.state.kind === 'waiting' && item.tries === 0)

/**
 * Puts a new act behind what waits on the same record. A record that never went out takes the new words itself; one
 * that did stays as it is, and the change follows it.
 */
export const mergeAct = (items: readonly QueuedItem[], added: NewItem): Merged => {
  const before = items.filter((item) => isUnsent(item) && subjectOf(item) === subjectOf(added))
  const last = before.at(-1)
  if (last === undefined) return { put: [added], drop: [] }
  const { act } = added
  if (act.kind === 'photo') {
    return last.state.kind === 'stuck' ? { put: [{ ...last, state: { kind: 'waiting' }, tries: 0 }], drop: [] } : { put: [], drop: [] }
  }
  if (!isOpen(last)) return { put: [{ ...added, act: { ...act, base: 'previous' } }], drop: [] }
  if (act.kind === 'entry') {
    // Chosen against what stands there: the person has seen it, so the change is made on it.
    const base = typeof act.base === 'number' ? act.base : last.act.kind === 'photo' ? act.base : last.act.base
    return { put: [{ ...last, act: { ...act, base }, tries: 0, state: { kind: 'waiting' }, epoch: added.epoch }], drop: [] }
  }
  const neverThere = last.act.kind === 'entry' && last.act.base === 'none' && !isConflict(last)
  if (neverThere) return { put: [], drop: [last] }
  const base = typeof act.base === 'number' || last.act.kind === 'photo' ? act.base : last.act.base
  return { put: [{ ...added, act: { ...act, base } }], drop: [last] }
}

/** Two versions met, and a person is to choose. */
export const isConflict = ({ state }: QueuedItem): boolean => state.kind === 'stuck' && state.current !== undefined

/** What follows a sent item on the same record is a change of the version that it left. */
export const rebase = (items: readonly QueuedItem[], sent: QueuedItem, version: number): readonly QueuedItem[] => {
  const next = items.find((item) => item.seq > sent.seq && isUnsent(item) && subjectOf(item) === subjectOf(sent))
  if (next === undefined || next.act.kind === 'photo' || next.act.base !== 'previous') return []
  return [{ ...next, act: { ...next.act, base: version } }]
}


/** The last words on each record of a place that wait on this device. */
export const localEntries = (items: readonly QueuedItem[], place: Place): ReadonlyMap<string, QueuedItem & { readonly act: EntryAct | RemovalAct }> => {
  const found = new Map<string, QueuedItem & { readonly act: EntryAct | RemovalAct }>()
  for (const item of items) {
    const { act } = item
    if (act.kind === 'photo' || !isUnsent(item) || item.place.round !== place.round || item.place.unit !== place.unit) continue
    found.set(act.entry, { ...item, act })
  }
  return found
}

const day = 86_400_000

/** Sent copies are kept for thirty days. */
export const isPast = (item: QueuedItem, now: number): boolean => item.state.kind === 'sent' && now - Date.parse(item.state.at) > 30 * day

/** Whole days that the oldest unsent item has waited. */
export const daysWaiting = (items: readonly QueuedItem[], now: number): number =>
  Math.max(0, ...items.filter(isUnsent).map((item) => Math.floor((now - Date.parse(item.storedAt)) / day)))
