import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { ScoreAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** The marks with their sentences, the records behind them and what is suggested to a person. */
export const useScore = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'score'],
    queryFn: ({ signal }) => request<ScoreAnswer>(`${placePath(place)}/score`, { signal }),
  })
