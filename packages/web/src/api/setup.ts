import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SetupBody, SetupState } from './contract.ts'
import { request } from './request.ts'

const key = ['setup'] as const

/** Whether the store is still empty, and whether it holds the demonstration. */
export const useSetupState = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => request<SetupState>('/setup', { signal }) })

export const useSetUp = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SetupBody) => request<unknown>('/setup', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
