import { useQuery } from '@tanstack/react-query'
import type { ItemLossesAnswer, LossesAnswer } from './contract.ts'
import { request } from './request.ts'
import { roundPath } from './rounds.ts'

/** On which items of a round how many schools lost, in the form's order. */
export const useLosses = (round: string) =>
  useQuery({
    queryKey: ['rounds', round, 'losses'] as const,
    queryFn: ({ signal }) => request<LossesAnswer>(`${roundPath(round)}/losses`, { signal }),
  })

/** One item in every school that has submitted, by unit code. */
export const useItemLosses = (round: string, no: string) =>
  useQuery({
    queryKey: ['rounds', round, 'losses', no] as const,
    queryFn: ({ signal }) => request<ItemLossesAnswer>(`${roundPath(round)}/losses/${encodeURIComponent(no)}`, { signal }),
  })
