import { useQuery } from '@tanstack/react-query'
import type { EditionChanges, FormList } from './contract.ts'
import { request } from './request.ts'

/** What a round can be opened with: the forms that the program carries and the bureau's own editions. */
export const useForms = () =>
  useQuery({ queryKey: ['forms'], queryFn: ({ signal }) => request<FormList>('/forms', { signal }) })

/** What an edition changed against another, and what that costs schools. Editions never change, so it is asked once. */
export const useEditionChanges = (id: string, since: string | undefined) =>
  useQuery({
    queryKey: ['forms', id, 'changes', since],
    queryFn: ({ signal }) =>
      request<EditionChanges>(`/forms/${encodeURIComponent(id)}/changes?since=${encodeURIComponent(since ?? '')}`, { signal }),
    enabled: since !== undefined,
    staleTime: Infinity,
  })
