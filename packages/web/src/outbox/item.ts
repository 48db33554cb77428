import type { FactValue } from '@zicha/core'
import type { EntryBody, LedgerEntry, OverrideBody } from '../api/contract.ts'
import type { Place } from '../api/names.ts'
import type { Base } from './base.ts'
import { siteActName } from './site-acts.ts'
import type { InspectAct, MetMark, SiteAct } from './site-acts.ts'

export type EntryAct = { readonly kind: 'entry'; readonly entry: string; readonly body: EntryBody; readonly base: Base }
export type RemovalAct = { readonly kind: 'removal'; readonly entry: string; readonly title: string; readonly base: Base }
export type PhotoAct = { readonly kind: 'photo'; readonly sha256: string; readonly name: string; readonly type: string; readonly size: number }

type Given = Readonly<Record<string, FactValue | null>>
/**
 * An answer of 快速核对. `before`: what the server had under the criterion's and the question's keys when it was given,
 * null where nothing, so that a colleague's answer is not written over unseen.
 */
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
export type Act = EntryAct | RemovalAct | PhotoAct | AnswerAct | MarkAct | SiteAct

/** What a colleague put there meanwhile, the words that say it, and who when, where the server knows. */
export type Met = { readonly words: string; readonly by?: string; readonly at?: string } & (
  | { readonly kind: 'answer'; readonly facts: Given }
  | { readonly kind: 'mark'; readonly body: OverrideBody | null }
  | MetMark
)

/**
 * `waiting`: 已存本机. `stuck`: the server said no for good, the sentence is its own; `current` is what stands there,
 * where two versions met. `sent`: kept for thirty days, for a server that was set back to an older copy; `lacking`:
 * such a server does not have it, and on what it would have to be sent again (an answer's own `before` then says it).
 */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'stuck'; readonly status: number; readonly sentence: string; readonly current?: LedgerEntry; readonly met?: Met }
  | { readonly kind: 'sent'; readonly at: string; readonly version?: number; readonly epoch: string | null; readonly lacking?: Base }

/**
 * One thing to be sent. Format 1: records, removals and photos, as the first release wrote them. Format 2: answers,
 * own marks and what inspectors give at a school too. What is read may be of either; what is written is of the last.
 */
export type QueuedItem = {
  readonly format: 1 | 2
  /** The order of sending, given by the database of this device. */
  readonly seq: number
  readonly id: string
  readonly owner: string
  readonly place: Place
  readonly act: Act
  /** The name of who gave it, where its owner took it over from another's queue. */
  readonly givenBy?: string
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
    case 'inspect':
    case 'site_photo':
    case 'seen':
      return siteActName(act)
  }
}

/** The name of the bytes that an act sends, where it sends any. */
export const bytesOf = (act: Act): string | undefined => (act.kind === 'photo' || act.kind === 'site_photo' ? act.sha256 : undefined)

/** Acts on a record. */
export const isOnEntry = (act: Act): act is EntryAct | RemovalAct => act.kind === 'entry' || act.kind === 'removal'

/** Acts whose versions follow one another. */
export const isOnVersion = (act: Act): act is EntryAct | RemovalAct | InspectAct => isOnEntry(act) || act.kind === 'inspect'

export const isAt = ({ place }: Pick<QueuedItem, 'place'>, { round, unit }: Place): boolean => place.round === round && place.unit === unit

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

/** Two versions met, and a person is to choose. */
export const isConflict = ({ state }: QueuedItem): boolean => state.kind === 'stuck' && (state.current !== undefined || state.met !== undefined)

/** The last words on each record of a place that wait on this device. */
export const localEntries = (items: readonly QueuedItem[], place: Place): ReadonlyMap<string, QueuedItem & { readonly act: EntryAct | RemovalAct }> => {
  const found = new Map<string, QueuedItem & { readonly act: EntryAct | RemovalAct }>()
  for (const item of items) {
    const { act } = item
    if (isOnEntry(act) && isUnsent(item) && isAt(item, place)) found.set(act.entry, { ...item, act })
  }
  return found
}

/** The answers and own marks of a place that wait on this device, by question and by criterion. */
export const localAnswers = (items: readonly QueuedItem[], place: Place): { readonly answers: readonly AnswerAct[]; readonly marks: readonly MarkAct[] } => {
  const here = items.filter((item) => isUnsent(item) && isAt(item, place)).map(({ act }) => act)
  return { answers: here.filter((act) => act.kind === 'answer'), marks: here.filter((act) => act.kind === 'mark') }
}

const day = 86_400_000

/** Sent copies are kept for thirty days. */
export const isPast = (item: QueuedItem, now: number): boolean => item.state.kind === 'sent' && now - Date.parse(item.state.at) > 30 * day

/** Whole days that the oldest unsent item has waited. */
export const daysWaiting = (items: readonly QueuedItem[], now: number): number =>
  Math.max(0, ...items.filter(isUnsent).map((item) => Math.floor((now - Date.parse(item.storedAt)) / day)))
