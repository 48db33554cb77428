import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Suggestion, SuggestionBody } from './contract.ts'
import { listAll } from './list-all.ts'
import { request } from './request.ts'

const key = ['suggestions'] as const

/** A bureau's inbox; for everybody else what they wrote, with the answers. Newest first. */
export const useSuggestions = (enabled = true) =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => listAll<Suggestion>('/suggestions', signal), enabled })

export const useWriteSuggestion = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SuggestionBody) => request<Suggestion>('/suggestions', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

/** Answers, or changes the answer on the version that was read. */
export const useAnswerSuggestion = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ one, text }: { readonly one: Suggestion; readonly text: string }) =>
      request<Suggestion>(`/suggestions/${one.id}/answer`, {
        method: 'PUT',
        body: { text },
        ...(one.answer === null ? {} : { ifMatch: one.version }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
