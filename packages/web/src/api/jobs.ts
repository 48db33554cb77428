import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Job, JobList, JobName } from './contract.ts'
import { base, request } from './request.ts'

const isOpen = (job: Job): boolean => job.status === 'queued' || job.status === 'running'

/** The newest job of a kind about a round or a unit, asked again while it runs: left, and come back to on another device. */
export const useLatestJob = (kind: string, of: { readonly round: string; readonly unit?: string }) =>
  useQuery({
    queryKey: ['jobs', kind, of],
    queryFn: async ({ signal }) => {
      const { items } = await request<JobList>(`/jobs?${new URLSearchParams({ round: of.round }).toString()}`, { signal, fresh: true })
      return items.find((job) => job.kind === kind && (of.unit === undefined || job.what['unit'] === of.unit)) ?? null
    },
    refetchInterval: ({ state }) => (state.data !== undefined && state.data !== null && isOpen(state.data) ? 700 : false),
  })

/** Asks for long work at an address of its own; the same work asked again while nothing changed is the same job. */
export const useAskForWork = (path: string, body?: object) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request<JobName>(path, { method: 'POST', ...(body === undefined ? {} : { body }) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const useCancelJob = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<undefined>(`/jobs/${id}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const jobFileAddress = (id: string): string => `${base}/jobs/${id}/file`
