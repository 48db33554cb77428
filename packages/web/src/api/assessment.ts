import { useQuery } from '@tanstack/react-query'
import type { AssessmentAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Everything that hangs on one unit's assessment in one round begins with this key. */
export const placeKey = (place: Place) => ['rounds', place.round, 'units', place.unit] as const

export const useAssessment = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'assessment'],
    queryFn: ({ signal }) => request<AssessmentAnswer>(placePath(place), { signal }),
  })
