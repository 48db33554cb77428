import type { Facts } from '@zicha/core'
import type { Base } from './base.ts'
import { isConflict, isOnEntry, isOnVersion, isUnsent, subjectOf } from './item.ts'
import type { AnswerAct, MarkAct, NewItem, QueuedItem } from './item.ts'

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
  const { act } = added
  if (last === undefined) return { put: [act.kind === 'inspect' ? { ...added, act: { ...act, base: onSent(items, added, act.base) } } : added], drop: [] }
  if (act.kind === 'answer' || act.kind === 'mark') return mergeAnswer(last, { ...added, act })
  if (act.kind === 'seen') return isOpen(last) ? { put: [{ ...anew(last, added), act }], drop: [] } : { put: [added], drop: [] }
  if (act.kind === 'photo' || act.kind === 'site_photo') {
    return last.state.kind === 'stuck' ? { put: [{ ...last, state: { kind: 'waiting' }, tries: 0 }], drop: [] } : { put: [], drop: [] }
  }
  if (!isOpen(last)) return { put: [{ ...added, act: { ...act, base: 'previous' } }], drop: [] }
  if (act.kind === 'inspect') {
    // Given against what stands there: the person has seen it.
    const base = last.state.kind === 'stuck' || last.act.kind !== 'inspect' ? act.base : last.act.base
    return { put: [{ ...anew(last, added), act: { ...act, base } }], drop: [] }
  }
  if (act.kind === 'entry') {
    // Chosen against what stands there: the person has seen it, so the change is made on it.
    const base = typeof act.base === 'number' || !isOnEntry(last.act) ? act.base : last.act.base
    return { put: [{ ...anew(last, added), act: { ...act, base } }], drop: [] }
  }
  const neverThere = last.act.kind === 'entry' && last.act.base === 'none' && !isConflict(last)
  if (neverThere) return { put: [], drop: [last] }
  const base = typeof act.base === 'number' || !isOnEntry(last.act) ? act.base : last.act.base
  return { put: [{ ...added, act: { ...act, base } }], drop: [last] }
}

/** A mark that this device has sent since the page was read is known to it. */
const onSent = (items: readonly QueuedItem[], added: NewItem, base: Base): Base => {
  const sent = items.findLast((item) => item.state.kind === 'sent' && subjectOf(item) === subjectOf(added))?.state
  const version = sent?.kind === 'sent' ? (sent.version ?? 0) : 0
  return version > (typeof base === 'number' ? base : 0) ? version : base
}

/** In its place in the order, and from now on the words of whoever changed it. */
const anew = ({ givenBy: _given, ...last }: QueuedItem, added: NewItem) => ({ ...last, format: added.format, tries: 0, state: { kind: 'waiting' } as const, epoch: added.epoch })

/** The last answer counts: one that never went out takes it itself, one on its way is followed by it. */
const mergeAnswer = (last: QueuedItem, added: NewItem & { readonly act: AnswerAct | MarkAct }): Merged => {
  const { act } = added
  if (isOpen(last)) {
    const merged = withBefore(act, last)
    return saysWhatStood(merged) ? { put: [], drop: [last] } : { put: [{ ...anew(last, added), act: merged }], drop: [] }
  }
  if (act.kind === 'answer' && last.act.kind === 'answer') return { put: [{ ...added, act: { ...act, before: { ...last.act.before, ...last.act.facts } } }], drop: [] }
  if (act.kind === 'mark' && last.act.kind === 'mark') return { put: [{ ...added, act: { ...act, before: last.act.body } }], drop: [] }
  return { put: [added], drop: [] }
}

const withBefore = (act: AnswerAct | MarkAct, last: QueuedItem): AnswerAct | MarkAct => {
  // Given against what a colleague answered: the person has seen it.
  if (last.state.kind === 'stuck') return act
  if (act.kind === 'answer' && last.act.kind === 'answer') return { ...act, before: last.act.before }
  return act.kind === 'mark' && last.act.kind === 'mark' ? { ...act, before: last.act.before } : act
}

/** Answered back to what stands at the server: nothing is left to be sent. */
const saysWhatStood = (act: AnswerAct | MarkAct): boolean => (act.kind === 'answer' ? stands(act.before, act.facts) : sameMark(act.before, act.body))

/** True where every one of these answers stands in `present`, null where nothing does. 没做到 is an answer, and none is none. */
export const stands = (present: Facts, facts: Facts): boolean =>
  Object.entries(facts).every(([key, value]) => JSON.stringify(present[key] ?? null) === JSON.stringify(value ?? null))

export const sameMark = (one: MarkAct['body'], other: MarkAct['body']): boolean => one?.score === other?.score && one?.reason === other?.reason

/** What follows a sent item on the same record is a change of the version that it left. */
export const rebase = (items: readonly QueuedItem[], sent: QueuedItem, version: number): readonly QueuedItem[] => {
  const next = items.find((item) => item.seq > sent.seq && isUnsent(item) && subjectOf(item) === subjectOf(sent))
  if (next === undefined || !isOnVersion(next.act) || next.act.base !== 'previous') return []
  return [{ ...next, act: { ...next.act, base: version } }]
}
