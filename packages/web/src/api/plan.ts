import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { PlanAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** What is due, missing and still possible. */
export const planQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'plan'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<PlanAnswer>(`${placePath(place)}/plan`, { signal }),
})

export const usePlan = (place: Place) => useQuery(planQuery(place))
