import { useQuery } from '@tanstack/react-query'
import type { ProgressAnswer } from './contract.ts'
import { request } from './request.ts'

/** Where each unit of a round stands, by unit code. */
export const progressQuery = (round: string) => ({
  queryKey: ['rounds', round, 'progress'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    request<ProgressAnswer>(`/rounds/${encodeURIComponent(round)}/progress`, { signal }),
})

export const useProgress = (round: string) => useQuery(progressQuery(round))
