import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Handover, HandoverBody } from './contract.ts'
import { request } from './request.ts'

/** Gives a post to a successor: a one-time link, and a last day for the former account. */
export const useHandOver = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ username, body }: { readonly username: string; readonly body: HandoverBody }) =>
      request<Handover>(`/users/${encodeURIComponent(username)}/handover`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  })
}
