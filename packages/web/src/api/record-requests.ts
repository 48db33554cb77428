import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { RequestBody, RequestLink, RequestList } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

const keyOf = (place: Place) => [...placeKey(place), 'requests'] as const

/** What departments were asked for, newest first. */
export const useRecordRequests = (place: Place) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: async ({ signal }) => (await request<RequestList>(`${placePath(place)}/requests`, { signal })).items,
  })

/** A one-time link for a department; its address is answered this once. */
export const useAskDepartment = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RequestBody) => request<RequestLink>(`${placePath(place)}/requests`, { method: 'POST', body }),
    // A second try would be a second link.
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  })
}

export const useWithdrawRequest = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<undefined>(`${placePath(place)}/requests/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  })
}
