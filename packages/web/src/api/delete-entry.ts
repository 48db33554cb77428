import { useMutation, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

export const useDeleteEntry = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (entry: { readonly id: string; readonly version: number }) =>
      request<undefined>(`${placePath(place)}/entries/${entry.id}`, { method: 'DELETE', ifMatch: entry.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
