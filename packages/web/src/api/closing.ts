import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { Closing, Deadlines, Signature, SignatureBody, Verification } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'
import { roundPath } from './rounds.ts'

/** The inspected sheet with whoever signs it. */
export const useClosing = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'closing'] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<Closing>(`${placePath(place)}/closing`, { signal }),
  })

export type SignatureGiven = { readonly username: string; readonly body: SignatureBody; readonly version?: number }

/** Signatures given together, one after the other; what was kept before one failed stays kept. */
export const useGiveSignatures = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (given: readonly SignatureGiven[]) => {
      for (const one of given) {
        await request<Signature>(`${placePath(place)}/signatures/${encodeURIComponent(one.username)}`, {
          method: 'PUT',
          body: one.body,
          ...(one.version === undefined ? {} : { ifMatch: one.version }),
        })
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: [...placeKey(place), 'closing'] }),
  })
}

/** What a printed code stands for; for anybody. */
export const useVerification = (code: string | null) =>
  useQuery({
    queryKey: ['verification', code] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      request<Verification>(`/verifications/${encodeURIComponent(code ?? '')}`, { signal, fresh: true }),
    enabled: code !== null,
    retry: false,
  })

const deadlinesKey = (round: string) => ['rounds', round, 'deadlines'] as const

export const useDeadlines = (round: string) =>
  useQuery({
    queryKey: deadlinesKey(round),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<Deadlines>(`${roundPath(round)}/deadlines`, { signal }),
  })

export const useSetDeadlines = (round: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, version }: { readonly body: Omit<Deadlines, 'version'>; readonly version: number }) =>
      request<Deadlines>(`${roundPath(round)}/deadlines`, { method: 'PUT', body, ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds', round] }),
  })
}
