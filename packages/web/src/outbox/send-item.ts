import type { EvidenceFile, LedgerEntry } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import { problemSentence, RequestProblem } from '../api/problem.ts'
import { request, sendBytes } from '../api/request.ts'
import { isOnEntry } from './item.ts'
import type { QueuedItem } from './item.ts'
import type { Outcome } from './outcome.ts'
import type { StoredBytes } from './queue-database.ts'
import { sendAnswer, sendMark } from './send-answer.ts'
import { sendSiteAct } from './send-site-act.ts'

/** A line that says nothing for this long is cut, and tried again. */
const wordsTime = 30_000
const bytesTime = 120_000

export const sendItem = async (item: QueuedItem, bytes: StoredBytes | undefined, epoch: string | null): Promise<Outcome> => {
  try {
    return await send(item, bytes, epoch)
  } catch (error) {
    if (error instanceof RequestProblem) return outcomeOf(item, error)
    throw error
  }
}

const send = async (item: QueuedItem, stored: StoredBytes | undefined, epoch: string | null): Promise<Outcome> => {
  const { act } = item
  const here = placePath(item.place)
  const given = givenBy(item)
  switch (act.kind) {
    case 'photo': {
      if (stored === undefined) {
        return stuck(0, `${act.name}在这部手机上被清掉了。请回到那条记录，重新选一次。`)
      }
      const file = new Blob([stored.bytes], { type: stored.type })
      const stands = await sendBytes<EvidenceFile>(`${here}/evidence/${act.sha256}${given}`, file, act.name, AbortSignal.timeout(bytesTime))
      return stands.sha256 === act.sha256 ? { kind: 'sent' } : { kind: 'later', others: true }
    }
    case 'entry': {
      const path = `${here}/entries/${act.entry}`
      let base = act.base
      // Versions of another epoch mean nothing: the person looks at both, or the record is written anew.
      if (typeof base === 'number' && !isOfEpoch(item, epoch)) {
        const current = await findEntry(path)
        if (current !== undefined) return stuck(412, '服务器换回了旧的一份。请看两边哪里不一样，选一份。', current)
        base = 'none'
      }
      const entry = await request<LedgerEntry>(`${path}${given}`, {
        method: 'PUT',
        body: act.body,
        signal: AbortSignal.timeout(wordsTime),
        ...(typeof base === 'number' ? { ifMatch: base } : {}),
      })
      return entry.id === act.entry ? { kind: 'sent', version: entry.version, arrived: { kind: 'entry', entry } } : { kind: 'later', others: true }
    }
    case 'removal': {
      await request<undefined>(`${here}/entries/${act.entry}${given}`, {
        method: 'DELETE',
        signal: AbortSignal.timeout(wordsTime),
        ...(typeof act.base === 'number' && isOfEpoch(item, epoch) ? { ifMatch: act.base } : {}),
      })
      return { kind: 'sent', arrived: { kind: 'removed', entry: act.entry } }
    }
    case 'answer':
      return sendAnswer({ here, given }, act, epoch, AbortSignal.timeout(wordsTime))
    case 'mark':
      return sendMark({ here, given }, act, AbortSignal.timeout(wordsTime))
    case 'inspect':
    case 'site_photo':
    case 'seen':
      return sendSiteAct(act, { here, owner: item.owner, bytes: stored })
  }
}

/** Whose it was, where it was taken over: the server keeps both names. */
const givenBy = (item: QueuedItem): string => (item.givenBy === undefined ? '' : `?givenBy=${encodeURIComponent(item.givenBy)}`)

/** What was stored before this device ever asked is taken for the server's present. */
const isOfEpoch = (item: QueuedItem, epoch: string | null): boolean => item.epoch === null || item.epoch === epoch

/** `undefined` where it is not there. */
const findEntry = async (path: string): Promise<LedgerEntry | undefined> => {
  try {
    return await request<LedgerEntry>(path, { fresh: true })
  } catch (error) {
    if (error instanceof RequestProblem && error.kind === 'absent') return undefined
    throw error
  }
}

const stuck = (status: number, sentence: string, current?: LedgerEntry): Outcome => ({
  kind: 'stuck',
  state: { kind: 'stuck', status, sentence, ...(current === undefined ? {} : { current }) },
})

const outcomeOf = (item: QueuedItem, refusal: RequestProblem): Outcome => {
  const { problem } = refusal
  if (problem.kind === 'offline') return { kind: 'later', others: false }
  if (problem.kind === 'unreadable') return { kind: 'later', others: true }
  // Gone is what a removal wants, also where its first answer was lost.
  if (item.act.kind === 'removal' && refusal.kind === 'absent') return { kind: 'sent' }
  if (problem.status === 401) return { kind: 'signed_out' }
  if (problem.status === 500) return { kind: 'later', others: true }
  if (problem.status > 500 || problem.status === 429) return { kind: 'later', others: false }
  const current = !isOnEntry(item.act) || !isEntry(problem.current) ? undefined : problem.current
  return stuck(problem.status, problemSentence(refusal), current)
}

const isEntry = (value: unknown): value is LedgerEntry =>
  typeof value === 'object' && value !== null && 'countsAs' in value && 'version' in value
