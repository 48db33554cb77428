import { useQuery } from '@tanstack/react-query'
import type { Form } from '@zicha/core'
import { request } from './request.ts'

/** An edition of a form never changes, so it is read once. */
export const useForm = (id: string | undefined) =>
  useQuery({
    queryKey: ['forms', id],
    queryFn: ({ signal }) => request<Form>(`/forms/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== undefined,
    staleTime: Infinity,
  })
