import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DemoPeople, Session } from './contract.ts'
import { request } from './request.ts'

/** Fills an empty store with the demonstration bureau. */
export const useBuildDemonstration = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<unknown>('/demo', { method: 'POST' }),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** The people of the demonstration, one click away each. */
export const useDemoPeople = () =>
  useQuery({ queryKey: ['demo', 'people'], queryFn: ({ signal }) => request<DemoPeople>('/demo/people', { signal }) })

export const useSignInAsDemo = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (username: string) => request<Session>('/demo/sessions', { method: 'POST', body: { username } }),
    onSuccess: () => client.resetQueries(),
  })
}
