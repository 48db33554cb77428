import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { EntryList, LedgerEntry } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'
import type { Call } from './request.ts'

/** All records of the year, newest day first. A school has some 120, p95 300: two pages of 200. */
export const listEntries = async (place: Place, call: Call = {}): Promise<readonly LedgerEntry[]> => {
  const all: LedgerEntry[] = []
  let after: string | null = null
  do {
    const page: EntryList = await request<EntryList>(
      `${placePath(place)}/entries?limit=200${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
      call,
    )
    all.push(...page.items)
    after = page.next
  } while (after !== null)
  return all.sort((a, b) => (a.happenedOn === b.happenedOn ? (a.recordedAt < b.recordedAt ? 1 : -1) : a.happenedOn < b.happenedOn ? 1 : -1))
}

export const entriesQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'entries'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => listEntries(place, { signal }),
})

export const useEntries = (place: Place) => useQuery(entriesQuery(place))
