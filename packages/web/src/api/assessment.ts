import { useQuery } from '@tanstack/react-query'
import type { AssessmentAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Everything that hangs on one unit's assessment in one round begins with this key. */
export const placeKey = (place: Place) => ['rounds', place.round, 'units', place.unit] as const

export const assessmentQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'assessment'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<AssessmentAnswer>(placePath(place), { signal }),
})

export const useAssessment = (place: Place) => useQuery(assessmentQuery(place))
