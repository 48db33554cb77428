import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditList } from './contract.ts'
import { request } from './request.ts'

/** Who did what, in the order in which it was done, 100 at a time. */
export const useAudit = () =>
  useInfiniteQuery({
    queryKey: ['audit'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<AuditList>(`/audit?limit=100${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
  })
