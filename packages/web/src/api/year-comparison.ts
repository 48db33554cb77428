import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { YearComparison } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** One unit, this round against another one, item by item. */
export const useYearComparison = (place: Place, other: string) =>
  useQuery({
    queryKey: [...placeKey(place), 'compare', other],
    queryFn: ({ signal }) => request<YearComparison>(`${placePath(place)}/compare?with=${encodeURIComponent(other)}`, { signal }),
  })
