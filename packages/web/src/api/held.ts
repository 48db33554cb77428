import { useQuery } from '@tanstack/react-query'
import type { HeldAnswer } from './contract.ts'
import { base, request } from './request.ts'
import { roundPath } from './rounds.ts'

export type HeldQuestion = { readonly kind: string; readonly from: string; readonly to: string }

const wordsOf = (question: HeldQuestion): string => new URLSearchParams({ ...question }).toString()

/** How many units recorded a kind between two days; not asked while no kind is chosen. */
export const useHeld = (round: string, question: HeldQuestion | null) =>
  useQuery({
    queryKey: ['rounds', round, 'held', question] as const,
    queryFn: ({ signal }) => request<HeldAnswer>(`${roundPath(round)}/held?${question === null ? '' : wordsOf(question)}`, { signal }),
    enabled: question !== null,
  })

/** The same as an Excel sheet: a real address. */
export const heldAddress = (round: string, question: HeldQuestion): string => `${base}${roundPath(round)}/held.xlsx?${wordsOf(question)}`
