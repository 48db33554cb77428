import { useMutation, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { OverrideBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** 改自查分: a person's own mark of a criterion with a sentence why; without a body the counted mark is back. */
export const useOverrideMark = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    mutationFn: (change: { readonly criterion: string; readonly body: OverrideBody | null }) =>
      change.body === null
        ? request<unknown>(`${placePath(place)}/overrides/${change.criterion}`, { method: 'DELETE' })
        : request<unknown>(`${placePath(place)}/overrides/${change.criterion}`, { method: 'PUT', body: change.body }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
