import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Session } from './contract.ts'
import { request } from './request.ts'

/** Everything read for another person is forgotten before the new one sees a page; a link is nobody's, and used up by now. */
export const useSignIn = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly username: string; readonly password: string }) =>
      request<Session>('/sessions', { method: 'POST', body }),
    onSuccess: () => client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'links' }),
  })
}
