import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { FactsAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** What people answered, and who when. */
export const factsQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'facts'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<FactsAnswer>(`${placePath(place)}/facts`, { signal }),
})

/** How often a page on which several people answer looks what the others have answered. */
const lookAgain = 10_000

export const useFacts = (place: Place, watched = false) => useQuery({ ...factsQuery(place), refetchInterval: watched ? lookAgain : false })
