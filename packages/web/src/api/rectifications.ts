import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { EvidenceFile, Rectification, RectificationBody, RectificationList, RectificationStepBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request, sendBytes } from './request.ts'
import { roundPath } from './rounds.ts'

export const useRectifications = (place: Place, enabled = true) =>
  useQuery({
    queryKey: [...placeKey(place), 'rectifications'] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      request<RectificationList>(`${placePath(place)}/rectifications`, { signal }),
    enabled,
  })

/** Of all schools of a round, those still open first. */
export const useRoundRectifications = (round: string) =>
  useQuery({
    queryKey: ['rounds', round, 'rectifications'] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      request<RectificationList>(`${roundPath(round)}/rectifications`, { signal }),
  })

export const useOpenRectification = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: RectificationBody }) =>
      request<Rectification>(`${placePath(place)}/rectifications/${id}`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds', place.round] }),
  })
}

/** The next steps, one after another, each under its number; where somebody else was first the server says so and the page reads anew. */
export const useTakeStep = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, no, bodies }: { readonly id: string; readonly no: number; readonly bodies: readonly RectificationStepBody[] }) => {
      for (const [index, body] of bodies.entries()) {
        await request<Rectification>(`${placePath(place)}/rectifications/${id}/steps/${no + index}`, { method: 'PUT', body })
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['rounds', place.round] }),
  })
}

/** A photo or document of what was put right, also while the table itself is closed. */
export const sendRectificationPhoto = (place: Place, sha256: string, bytes: Blob, name: string): Promise<EvidenceFile> =>
  sendBytes<EvidenceFile>(`${placePath(place)}/rectifications/photos/${sha256}`, bytes, name)
