import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { CarryOver, CarryOverBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

const keyOf = (place: Place) => [...placeKey(place), 'carry-over'] as const

/** What stood at the end of the last round and may still hold. */
export const useCarryOver = (place: Place, enabled = true) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => request<CarryOver>(`${placePath(place)}/carry-over`, { signal }),
    enabled,
  })

/** What a person found still true; the same again is the same. */
export const useConfirmCarryOver = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CarryOverBody) => request<CarryOver>(`${placePath(place)}/carry-over`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
