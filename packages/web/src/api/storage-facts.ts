import { useQuery } from '@tanstack/react-query'
import type { StorageFacts } from './contract.ts'
import { request } from './request.ts'

/** What is kept of whom this person stands for, counted. */
export const useStorageFacts = () =>
  useQuery({ queryKey: ['storage-facts'], queryFn: ({ signal }) => request<StorageFacts>('/storage-facts', { signal }) })
