import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { OwnersAnswer } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

const keyOf = (place: Place) => [...placeKey(place), 'owners'] as const

/** 责任部门 by item number. */
export const useOwners = (place: Place) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => request<OwnersAnswer>(`${placePath(place)}/owners`, { signal }),
  })

/** An empty text takes it back. */
export const useSetOwner = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (set: { readonly item: number; readonly owner: string }) =>
      request<OwnersAnswer>(`${placePath(place)}/owners/${set.item}`, { method: 'PUT', body: { owner: set.owner } }),
    onSuccess: (answer) => client.setQueryData(keyOf(place), answer),
  })
}
