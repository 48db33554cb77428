import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { PlanAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** What is due, missing and still possible. */
export const usePlan = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'plan'],
    queryFn: ({ signal }) => request<PlanAnswer>(`${placePath(place)}/plan`, { signal }),
  })
