import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { FactsAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** What people answered, and who when. */
export const useFacts = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'facts'],
    queryFn: ({ signal }) => request<FactsAnswer>(`${placePath(place)}/facts`, { signal }),
  })
