import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { LedgerEntry } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** One record, as it stands now: what is changed is changed on its version. */
export const useEntry = (place: Place, id: string, enabled = true) =>
  useQuery({
    queryKey: [...placeKey(place), 'entries', id],
    queryFn: ({ signal }) => request<LedgerEntry>(`${placePath(place)}/entries/${encodeURIComponent(id)}`, { signal }),
    enabled,
  })
