import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './request.ts'
import { sessionKey } from './session.ts'

export const useSignOut = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<undefined>('/sessions/current', { method: 'DELETE' }),
    onSuccess: () => {
      client.clear()
      client.setQueryData(sessionKey, null)
    },
  })
}
