import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { Closing, Signature, SignatureBody, Verification } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

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
