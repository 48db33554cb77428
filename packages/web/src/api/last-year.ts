import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { LastYear } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** What the unit recorded in the year before. Only suggestions need it: nobody waits through a second attempt. */
export const useLastYear = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'last-year'] as const,
    queryFn: ({ signal }) => request<LastYear>(`${placePath(place)}/last-year`, { signal }),
    retry: false,
    staleTime: Infinity,
  })
