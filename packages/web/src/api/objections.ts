import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { DecisionBody, Objection, ObjectionBody, ObjectionList } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'
import { roundPath } from './rounds.ts'

export const useObjections = (place: Place, enabled = true) =>
  useQuery({
    queryKey: [...placeKey(place), 'objections'] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<ObjectionList>(`${placePath(place)}/objections`, { signal }),
    enabled,
  })

/** Of all schools of a round, those still to be decided first. */
export const useRoundObjections = (round: string) =>
  useQuery({
    queryKey: ['rounds', round, 'objections'] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      request<{ readonly items: readonly Objection[] }>(`${roundPath(round)}/objections`, { signal }),
  })

/** `onRaised` is told before the list is read anew: the form may be drawn anew with it. */
export const useRaiseObjection = (place: Place, onRaised: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: ObjectionBody }) =>
      request<Objection>(`${placePath(place)}/objections/${id}`, { method: 'PUT', body }),
    onSuccess: () => {
      onRaised()
      return client.invalidateQueries({ queryKey: placeKey(place) })
    },
  })
}

export const useDecideObjection = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: DecisionBody }) =>
      request<Objection>(`${placePath(place)}/objections/${id}/decision`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds', place.round] }),
  })
}
