import type { CurrentSession } from '../api/contract.ts'
import { RequestProblem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { sessionTurn } from '../api/session-turn.ts'
import type { QueueDatabase } from './queue-database.ts'

/** How long a session counts as seen, and a server's epoch as known. */
const seenTime = 60_000
const epochTime = 600_000
const patience = 15_000

let epoch: { readonly value: string | null; readonly at: number } = { value: null, at: -Infinity }
let seen: { readonly at: number; readonly turn: string } | undefined

/** Begins anew for another owner, with the epoch that this device last knew. */
export const forgetServer = (lastEpoch: string | null): void => {
  seen = undefined
  epoch = { value: lastEpoch, at: -Infinity }
}

export const forgetSession = (): void => {
  seen = undefined
}

/** The epoch of the server as it was last heard; `null` before anything was. */
export const knownEpoch = (): string | null => epoch.value
export const isEpochOld = (): boolean => Date.now() - epoch.at >= epochTime

/** The next look asks for the epoch again. */
export const doubtEpoch = (): void => {
  epoch = { ...epoch, at: -Infinity }
}

/** Nothing is sent in another's name: who is signed in is asked again whenever it may have changed. */
export const seeOwner = async (db: QueueDatabase, owner: string): Promise<'here' | 'signed_out' | 'unreachable'> => {
  const turn = sessionTurn()
  if (seen?.turn === turn && Date.now() - seen.at < seenTime) return 'here'
  const signal = AbortSignal.timeout(patience)
  try {
    const [session] = await Promise.all([
      request<CurrentSession>('/sessions/current', { fresh: true, signal }),
      isEpochOld() ? learnEpoch(db, owner) : undefined,
    ])
    if (session.user.username !== owner) return 'signed_out'
    seen = { at: Date.now(), turn }
    return 'here'
  } catch (error) {
    seen = undefined
    return error instanceof RequestProblem && error.kind === 'signed_out' ? 'signed_out' : 'unreachable'
  }
}

export const learnEpoch = async (db: QueueDatabase, owner: string): Promise<void> => {
  const health = await request<{ readonly epoch: string }>('/health', { fresh: true, signal: AbortSignal.timeout(patience) })
  epoch = { value: health.epoch, at: Date.now() }
  const known = await db.get('owners', owner)
  await db.put('owners', { owner, name: known?.name ?? owner, epoch: health.epoch })
}
