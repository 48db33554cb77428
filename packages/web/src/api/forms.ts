import { useQuery } from '@tanstack/react-query'
import type { FormList } from './contract.ts'
import { request } from './request.ts'

/** What a round can be opened with. */
export const useForms = () =>
  useQuery({ queryKey: ['forms'], queryFn: ({ signal }) => request<FormList>('/forms', { signal }), staleTime: Infinity })
