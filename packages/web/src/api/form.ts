import { useQuery } from '@tanstack/react-query'
import type { Form } from '@zicha/core'
import { request } from './request.ts'

/** An edition of a form never changes, so it is read once. */
export const formQuery = (id: string | undefined) => ({
  queryKey: ['forms', id] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<Form>(`/forms/${encodeURIComponent(id ?? '')}`, { signal }),
  enabled: id !== undefined,
  staleTime: Infinity,
})

export const useForm = (id: string | undefined) => useQuery(formQuery(id))
