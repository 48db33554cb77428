import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Round, RoundBody, RoundList } from './contract.ts'
import { base, request } from './request.ts'

export const roundPath = (id: string): string => `/rounds/${encodeURIComponent(id)}`

/** 通知 as a Word draft: a real address. */
export const noticeAddress = (id: string): string => `${base}${roundPath(id)}/notice`

/** A round as the person may see it: an inspector sees the units given to them. */
export const roundQuery = (id: string) => ({
  queryKey: ['rounds', id, 'round'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<Round>(roundPath(id), { signal }),
})

export const useRound = (id: string) => useQuery(roundQuery(id))

/** The office's rounds as they stand now, each with the schools it asks. */
export const useLookAtRounds = () =>
  useMutation({ mutationFn: async () => (await request<RoundList>('/rounds?limit=200', { fresh: true })).items })

/** Takes back a round that nobody has written in. */
export const useWithdrawRound = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version }: Pick<Round, 'id' | 'version'>) => request<undefined>(roundPath(id), { method: 'DELETE', ifMatch: version }),
    // What is no more is not asked about again, while its page still stands.
    onSuccess: (_, { id }) => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'rounds' || queryKey[1] !== id }),
  })
}

/** Opens a round (no version) or changes it (with the version it was read at). */
export const useSaveRound = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly id: string; readonly body: RoundBody; readonly version?: number }) =>
      request<Round>(roundPath(save.id), {
        method: 'PUT',
        body: save.body,
        ...(save.version === undefined ? {} : { ifMatch: save.version }),
      }),
    onSuccess: () => client.invalidateQueries(),
  })
}
