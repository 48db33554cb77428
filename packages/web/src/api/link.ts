import { useMutation, useQuery } from '@tanstack/react-query'
import type { LinkInfo } from './contract.ts'
import { request } from './request.ts'

/** For whom a one-time link is, and why. */
export const useLink = (token: string) =>
  useQuery({
    queryKey: ['links', token],
    queryFn: ({ signal }) => request<LinkInfo>(`/links/${encodeURIComponent(token)}`, { signal }),
    staleTime: Infinity,
  })

/** Sets the password; the link is used up. */
export const useUseLink = (token: string) =>
  useMutation({
    mutationFn: (password: string) =>
      request<unknown>(`/links/${encodeURIComponent(token)}`, { method: 'POST', body: { password } }),
  })
