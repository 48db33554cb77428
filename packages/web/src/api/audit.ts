import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditList } from './contract.ts'
import { request } from './request.ts'

/** Who did what, newest first, 100 at a time. */
export const useAudit = () =>
  useInfiniteQuery({
    queryKey: ['audit'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<AuditList>(`/audit?limit=100&before=${encodeURIComponent(pageParam ?? 'end')}`, { signal }),
    getNextPageParam: (last) => last.next,
  })
