import { useQuery } from '@tanstack/react-query'
import type { EntryKinds } from './contract.ts'
import { request } from './request.ts'

/** The shared vocabulary of what can happen in a school's year. */
export const useEntryKinds = () =>
  useQuery({
    queryKey: ['entry-kinds'],
    queryFn: ({ signal }) => request<EntryKinds>('/entry-kinds', { signal }),
    staleTime: Infinity,
  })
