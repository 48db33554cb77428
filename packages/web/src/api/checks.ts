import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { SectionChecks } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

const keyOf = (place: Place) => [...placeKey(place), 'checks'] as const

/** Which duties a person has checked. */
export const useChecks = (place: Place) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => request<SectionChecks>(`${placePath(place)}/checks`, { signal }),
  })

export const useCheckSection = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    mutationFn: (set: { readonly section: number; readonly checked: boolean }) =>
      request<SectionChecks>(`${placePath(place)}/checks/${set.section}`, { method: 'PUT', body: { checked: set.checked } }),
    onSuccess: (answer) => client.setQueryData(keyOf(place), answer),
  })
}
