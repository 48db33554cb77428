import type { LedgerEntry } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import { RequestProblem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { isUnsent, subjectOf } from './item.ts'
import type { Base, QueuedItem } from './item.ts'

type Sent = QueuedItem & { readonly state: { readonly kind: 'sent' } }
const isSent = (item: QueuedItem): item is Sent => item.state.kind === 'sent'

/**
 * The copies that were sent under another epoch, each marked with what the server of this epoch lacks of it, or with
 * this epoch where it lacks nothing. A record that is changed again on this device needs no second offer.
 */
export const findLacking = async (items: readonly QueuedItem[], epoch: string | null): Promise<readonly QueuedItem[]> => {
  const old = items.filter(isSent).filter(({ state }) => state.epoch !== epoch && state.epoch !== null && state.lacking === undefined)
  const waiting = new Set(items.filter(isUnsent).map(subjectOf))
  const checked: QueuedItem[] = []
  const missing = new Set<string>()
  const mark = (item: Sent, lacking: Base | undefined) =>
    checked.push({ ...item, state: lacking === undefined ? { ...item.state, epoch } : { ...item.state, lacking } })
  for (const item of old) {
    const { act } = item
    if (act.kind !== 'entry' && act.kind !== 'removal') continue
    if (waiting.has(subjectOf(item))) {
      mark(item, undefined)
      continue
    }
    const there = await look(item, act.entry)
    if (act.kind === 'removal') mark(item, typeof there === 'object' ? there.version : undefined)
    else if (there === 'deleted') mark(item, undefined)
    else if (there === 'absent') {
      for (const one of act.body.evidence ?? []) if ('sha256' in one) missing.add(one.sha256)
      mark(item, 'none')
    } else {
      for (const sha256 of there.missing) missing.add(sha256)
      mark(item, there.version < (item.state.version ?? 1) ? there.version : undefined)
    }
  }
  for (const item of old) if (item.act.kind === 'photo') mark(item, missing.has(item.act.sha256) ? 'none' : undefined)
  return checked
}

const look = async (item: QueuedItem, entry: string): Promise<LedgerEntry | 'absent' | 'deleted'> => {
  try {
    return await request<LedgerEntry>(`${placePath(item.place)}/entries/${entry}`, { fresh: true })
  } catch (error) {
    if (error instanceof RequestProblem && error.kind === 'absent') {
      return error.problem.kind === 'refused' && error.problem.status === 410 ? 'deleted' : 'absent'
    }
    throw error
  }
}

/** As it is to be sent again, on what the server now has. */
export const again = (item: QueuedItem, epoch: string | null): QueuedItem => {
  const { act, state } = item
  const base = state.kind === 'sent' ? (state.lacking ?? 'none') : 'none'
  return { ...item, act: act.kind === 'entry' || act.kind === 'removal' ? { ...act, base } : act, epoch, tries: 0, state: { kind: 'waiting' } }
}
