import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Facts } from '@zicha/core'
import { placeKey } from './assessment.ts'
import type { FactsAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Merged into what is answered; null takes an answer back. */
export const useAnswerFacts = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    // Where the line is down the answer goes onto the device at once, not after three tries.
    retry: false,
    mutationFn: (facts: Facts) =>
      request<FactsAnswer>(`${placePath(place)}/facts`, { method: 'PUT', body: { facts } }),
    onSuccess: (answer) => {
      client.setQueryData([...placeKey(place), 'facts'], answer)
      return client.invalidateQueries({ queryKey: placeKey(place) })
    },
  })
}
