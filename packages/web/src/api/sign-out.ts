import { useMutation, useQueryClient } from '@tanstack/react-query'
import { forgetAnswers } from './kept-answers.ts'
import { request } from './request.ts'
import { sessionKey } from './session.ts'

export const useSignOut = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<undefined>('/sessions/current', { method: 'DELETE' }),
    onSuccess: async () => {
      client.clear()
      client.setQueryData(sessionKey, null)
      await forgetAnswers()
    },
  })
}
