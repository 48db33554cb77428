import { placeKey } from '../api/assessment.ts'
import type { FactsAnswer, InspectionAnswer, LedgerEntry, ScoreAnswer } from '../api/contract.ts'
import { keepAnswer } from '../api/kept-answers.ts'
import { placePath } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { queryClient } from '../api/queries.ts'

/** What the server answered to a sending. */
export type Arrived =
  | { readonly kind: 'entry'; readonly entry: LedgerEntry }
  | { readonly kind: 'removed'; readonly entry: string }
  | { readonly kind: 'facts'; readonly facts: FactsAnswer }
  | { readonly kind: 'score'; readonly score: ScoreAnswer }
  | { readonly kind: 'seen'; readonly no: number; readonly entry: string; readonly by: string; readonly seen: boolean }

/** The pages' copies learn at once what has arrived: it must not be gone from the queue and not yet in the list. */
export const showArrived = (place: Place, arrived: Arrived | undefined): void => {
  if (arrived === undefined) return
  const key = placeKey(place)
  switch (arrived.kind) {
    case 'entry':
    case 'removed': {
      const id = arrived.kind === 'entry' ? arrived.entry.id : arrived.entry
      const added = arrived.kind === 'entry' ? [arrived.entry] : []
      queryClient.setQueryData<readonly LedgerEntry[]>([...key, 'entries'], (before) =>
        before === undefined ? undefined : [...added, ...before.filter((one) => one.id !== id)].toSorted(newestFirst),
      )
      return
    }
    case 'facts':
      queryClient.setQueryData([...key, 'facts'], arrived.facts)
      void keepAnswer(`${placePath(place)}/facts`, arrived.facts)
      return
    case 'seen': {
      const { no, entry, by, seen } = arrived
      queryClient.setQueryData<InspectionAnswer>([...key, 'inspection'], (before) => {
        if (before === undefined) return undefined
        const without = (item: InspectionAnswer['items'][number]) => item.seen.filter((one) => one.entry !== entry || one.by !== by)
        return { ...before, items: before.items.map((item) => (item.no === no ? { ...item, seen: [...without(item), ...(seen ? [{ entry, by }] : [])] } : item)) }
      })
      return
    }
    case 'score':
      queryClient.setQueryData([...key, 'score'], arrived.score)
      void keepAnswer(`${placePath(place)}/score`, arrived.score)
      return
  }
}

const newestFirst = (a: LedgerEntry, b: LedgerEntry): number =>
  a.happenedOn === b.happenedOn ? (a.recordedAt < b.recordedAt ? 1 : -1) : a.happenedOn < b.happenedOn ? 1 : -1
