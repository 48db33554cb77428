import { useState } from 'react'
import { useDeleteEntry } from '../../../../api/delete-entry.ts'
import type { EntryBody, LedgerEntry } from '../../../../api/contract.ts'
import type { Place } from '../../../../api/names.ts'
import { RequestProblem } from '../../../../api/problem.ts'
import { useSaveEntry } from '../../../../api/save-entry.ts'
import { isConflict } from '../../../../outbox/item.ts'
import type { Base } from '../../../../outbox/base.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { dropFromOutbox, keepAct, whenSettled } from '../../../../outbox/keep-act.ts'

/** `kept`: this device has it and sends it. `stale`, `refused`: nothing was changed anywhere, the words are still on the page. */
export type Keeping =
  | { readonly kind: 'kept' }
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'stale'; readonly current: LedgerEntry }
  | { readonly kind: 'refused'; readonly sentence: string; readonly problem: RequestProblem | null }

/** How long a change of what two people may edit waits for the server's word before it is left to the outbox. */
const patience = 4_000

/**
 * 保存: onto this device first, then to the server. A new record is kept and goes by itself; a change of one waits a
 * moment for the answer, so that another's change is seen on the very page. Where the browser keeps nothing, directly.
 */
export const useKeepEntry = (place: Place) => {
  const direct = useSaveEntry(place)
  const [pending, setPending] = useState(false)
  const keep = async (id: string, body: EntryBody, base: Base): Promise<Keeping> => {
    setPending(true)
    try {
      const item = await keepAct(place, { kind: 'entry', entry: id, body, base }).catch(() => null)
      if (item === null) {
        const saved = await direct.mutateAsync({ id, body, ...(typeof base === 'number' ? { version: base } : {}) })
        return { kind: 'saved', version: saved.version }
      }
      return typeof base === 'number' ? await keepingOf(await whenSettled(item, patience)) : { kind: 'kept' }
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      const current = staleCopy(error)
      return current === undefined ? { kind: 'refused', sentence: error.sentence, problem: error } : { kind: 'stale', current }
    } finally {
      setPending(false)
    }
  }
  return { keep, pending }
}

const keepingOf = async (item: QueuedItem | undefined): Promise<Keeping> => {
  if (item === undefined || item.state.kind === 'waiting') return { kind: 'kept' }
  if (item.state.kind === 'sent') return item.state.version === undefined ? { kind: 'kept' } : { kind: 'saved', version: item.state.version }
  // The person is still on the page with the same words: they are decided there, not a second time in the outbox.
  await dropFromOutbox([item.id])
  return isConflict(item) && item.state.current !== undefined
    ? { kind: 'stale', current: item.state.current }
    : { kind: 'refused', sentence: item.state.sentence, problem: null }
}

/** What a refused change carries: the record as it stands now. */
const staleCopy = (problem: RequestProblem): LedgerEntry | undefined =>
  problem.kind === 'stale' && problem.problem.kind === 'refused' && problem.problem.current !== undefined
    ? (problem.problem.current as LedgerEntry)
    : undefined

/** 删除, 撤销: taken out of the outbox where it never went, else sent behind what is there. */
export const useRemoveEntry = (place: Place) => {
  const direct = useDeleteEntry(place)
  const remove = async (entry: { readonly id: string; readonly version: number | undefined; readonly title: string }): Promise<void> => {
    const { id, version, title } = entry
    try {
      await keepAct(place, { kind: 'removal', entry: id, title, base: version ?? 'previous' })
    } catch {
      if (version !== undefined) await direct.mutateAsync({ id, version })
    }
  }
  return { remove, error: direct.error }
}
