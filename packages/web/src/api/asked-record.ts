import { useMutation, useQuery } from '@tanstack/react-query'
import type { AskedRecord, EvidenceFile, GivenAnswer, GivenRecord } from './contract.ts'
import { request, sendBytes } from './request.ts'

const pathOf = (token: string): string => `/requests/${encodeURIComponent(token)}`

/** What a link asks of somebody without an account. Never from a kept copy: a link may have ended. */
export const useAskedRecord = (token: string) =>
  useQuery({
    queryKey: ['asked', token],
    queryFn: ({ signal }) => request<AskedRecord>(pathOf(token), { signal, fresh: true }),
    staleTime: Infinity,
  })

/** The record; the link is used up with it. The same again, where the answer was lost, is the same. */
export const useGiveRecord = (token: string) =>
  useMutation({
    mutationFn: (given: GivenRecord) => request<GivenAnswer>(pathOf(token), { method: 'POST', body: given }),
  })

export const sendAskedFile = (token: string, sha256: string, bytes: Blob, name: string): Promise<EvidenceFile> =>
  sendBytes<EvidenceFile>(`${pathOf(token)}/evidence/${sha256}`, bytes, name)
