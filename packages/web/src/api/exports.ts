import { useMutation, useQuery } from '@tanstack/react-query'
import type { JobName, ExportBody, WorkState } from './contract.ts'
import { base, request } from './request.ts'

/** Asks for a zip; it is made while one goes on working. */
export const useAskExport = () => useMutation({ mutationFn: (body: ExportBody) => request<JobName>('/exports', { method: 'POST', body }) })

/** How far it is, asked again until it is done; `null` asks nothing. */
export const useExportState = (id: string | null) =>
  useQuery({
    queryKey: ['exports', id],
    enabled: id !== null,
    queryFn: ({ signal }) => request<WorkState>(`/exports/${id ?? ''}`, { signal, fresh: true }),
    refetchInterval: ({ state }) => (state.data?.status === 'queued' || state.data?.status === 'running' ? 1_000 : false),
  })

export const exportAddress = (id: string): string => `${base}/exports/${id}/file`
