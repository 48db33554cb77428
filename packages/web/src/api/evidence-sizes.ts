import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { EvidenceSizes } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** How much evidence a year has, whole and item by item. */
export const useEvidenceSizes = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'evidence-sizes'],
    queryFn: ({ signal }) => request<EvidenceSizes>(`${placePath(place)}/evidence-sizes`, { signal }),
  })
