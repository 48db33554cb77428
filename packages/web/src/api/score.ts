import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { ScoreAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** The marks with their sentences, the records behind them and what is suggested to a person. */
export const scoreQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'score'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<ScoreAnswer>(`${placePath(place)}/score`, { signal }),
})

export const useScore = (place: Place) => useQuery(scoreQuery(place))
