import type { FactValue } from '@zicha/core'
import type { EntryBody, LedgerEntry, OverrideBody } from '../api/contract.ts'
import type { Place } from '../api/names.ts'

/**
 * What a change was made on: nothing is there yet (`none`), a version read from the server, or whatever the item
 * before it on the same record leaves there (`previous`).
 */
export type Base = number | 'none' | 'previous'

export type EntryAct = { readonly kind: 'entry'; readonly entry: string; readonly body: EntryBody; readonly base: Base }
export type RemovalAct = { readonly kind: 'removal'; readonly entry: string; readonly title: string; readonly base: Base }
export type PhotoAct = { readonly kind: 'photo'; readonly sha256: string; readonly name: string; readonly type: string; readonly size: number }

type Given = Readonly<Record<string, FactValue | null>>
/** An answer of 快速核对. `before`: what stood there when it was given, so that a colleague's answer is not written over unseen. */
export type AnswerAct = {
  readonly kind: 'answer'
  readonly key: string
  readonly facts: Given
  readonly before: Given
  readonly question: string
  readonly words: string
  /** What the question offers, for saying a colleague's answer in its words. */
  readonly choices: readonly { readonly label: string; readonly facts: Given }[]
}
/** 改自查分 of a criterion; without a body the counted mark is back. */
export type MarkAct = {
  readonly kind: 'mark'
  readonly criterion: string
  readonly title: string
  readonly body: OverrideBody | null
  readonly before: OverrideBody | null
}
export type Act = EntryAct | RemovalAct | PhotoAct | AnswerAct | MarkAct

/** What a colleague put there meanwhile, and the words that say it. */
export type Met = { readonly words: string } & (
  | { readonly kind: 'answer'; readonly facts: Given }
  | { readonly kind: 'mark'; readonly body: OverrideBody | null }
)

/**
 * `waiting`: 已存本机. `stuck`: the server said no for good, the sentence is its own; `current` is what stands there,
 * where two versions met. `sent`: kept for thirty days, for a server that was set back to an older copy; `lacking`:
 * such a server does not have it, and on what it would have to be sent again.
 */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'stuck'; readonly status: number; readonly sentence: string; readonly current?: LedgerEntry; readonly met?: Met }
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
  [place.round, place.unit, nameOf(act)].join('\n')

const nameOf = (act: Act): string => {
  switch (act.kind) {
    case 'photo':
      return `photo ${act.sha256}`
    case 'entry':
    case 'removal':
      return `entry ${act.entry}`
    case 'answer':
      return `answer ${act.key}`
    case 'mark':
      return `mark ${act.criterion}`
  }
}

/** Acts on a record, whose versions follow one another. */
const isOnEntry = (act: Act): act is EntryAct | RemovalAct => act.kind === 'entry' || act.kind === 'removal'

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
  if (act.kind === 'answer' || act.kind === 'mark') return mergeAnswer(last, { ...added, act })
  if (act.kind === 'photo') {
    return last.state.kind === 'stuck' ? { put: [{ ...last, state: { kind: 'waiting' }, tries: 0 }], drop: [] } : { put: [], drop: [] }
  }
  if (!isOpen(last)) return { put: [{ ...added, act: { ...act, base: 'previous' } }], drop: [] }
  if (act.kind === 'entry') {
    // Chosen against what stands there: the person has seen it, so the change is made on it.
    const base = typeof act.base === 'number' || !isOnEntry(last.act) ? act.base : last.act.base
    return { put: [{ ...last, act: { ...act, base }, tries: 0, state: { kind: 'waiting' }, epoch: added.epoch }], drop: [] }
  }
  const neverThere = last.act.kind === 'entry' && last.act.base === 'none' && !isConflict(last)
  if (neverThere) return { put: [], drop: [last] }
  const base = typeof act.base === 'number' || !isOnEntry(last.act) ? act.base : last.act.base
  return { put: [{ ...added, act: { ...act, base } }], drop: [last] }
}

/** The last answer counts: one that never went out takes it itself, one on its way is followed by it. */
const mergeAnswer = (last: QueuedItem, added: NewItem & { readonly act: AnswerAct | MarkAct }): Merged => {
  const { act } = added
  if (isOpen(last)) return { put: [{ ...last, act: withBefore(act, last), tries: 0, state: { kind: 'waiting' }, epoch: added.epoch }], drop: [] }
  if (act.kind === 'answer' && last.act.kind === 'answer') return { put: [{ ...added, act: { ...act, before: last.act.facts } }], drop: [] }
  if (act.kind === 'mark' && last.act.kind === 'mark') return { put: [{ ...added, act: { ...act, before: last.act.body } }], drop: [] }
  return { put: [added], drop: [] }
}

const withBefore = (act: AnswerAct | MarkAct, last: QueuedItem): AnswerAct | MarkAct => {
  // Given against what a colleague answered: the person has seen it.
  if (last.state.kind === 'stuck') return act
  if (act.kind === 'answer' && last.act.kind === 'answer') return { ...act, before: last.act.before }
  return act.kind === 'mark' && last.act.kind === 'mark' ? { ...act, before: last.act.before } : act
}

/** Two versions met, and a person is to choose. */
export const isConflict = ({ state }: QueuedItem): boolean => state.kind === 'stuck' && (state.current !== undefined || state.met !== undefined)

/** What follows a sent item on the same record is a change of the version that it left. */
export const rebase = (items: readonly QueuedItem[], sent: QueuedItem, version: number): readonly QueuedItem[] => {
  const next = items.find((item) => item.seq > sent.seq && isUnsent(item) && subjectOf(item) === subjectOf(sent))
  if (next === undefined || !isOnEntry(next.act) || next.act.base !== 'previous') return []
  return [{ ...next, act: { ...next.act, base: version } }]
}


/** The last words on each record of a place that wait on this device. */
export const localEntries = (items: readonly QueuedItem[], place: Place): ReadonlyMap<string, QueuedItem & { readonly act: EntryAct | RemovalAct }> => {
  const found = new Map<string, QueuedItem & { readonly act: EntryAct | RemovalAct }>()
  for (const item of items) {
    const { act } = item
    if (!isOnEntry(act) || !isUnsent(item) || item.place.round !== place.round || item.place.unit !== place.unit) continue
    found.set(act.entry, { ...item, act })
  }
  return found
}

/** The answers and own marks of a place that wait on this device, by question and by criterion. */
export const localAnswers = (items: readonly QueuedItem[], place: Place): { readonly answers: readonly AnswerAct[]; readonly marks: readonly MarkAct[] } => {
  const here = items.filter((item) => isUnsent(item) && item.place.round === place.round && item.place.unit === place.unit).map(({ act }) => act)
  return { answers: here.filter((act) => act.kind === 'answer'), marks: here.filter((act) => act.kind === 'mark') }
}

const day = 86_400_000

/** Sent copies are kept for thirty days. */
export const isPast = (item: QueuedItem, now: number): boolean => item.state.kind === 'sent' && now - Date.parse(item.state.at) > 30 * day

/** Whole days that the oldest unsent item has waited. */
export const daysWaiting = (items: readonly QueuedItem[], now: number): number =>
  Math.max(0, ...items.filter(isUnsent).map((item) => Math.floor((now - Date.parse(item.storedAt)) / day)))
