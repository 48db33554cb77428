import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { EntryHistory } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Who wrote a record, what it said before, newest first. */
export const useEntryHistory = (place: Place, id: string) =>
  useQuery({
    queryKey: [...placeKey(place), 'entries', id, 'history'],
    queryFn: ({ signal }) => request<EntryHistory>(`${placePath(place)}/entries/${encodeURIComponent(id)}/history`, { signal }),
  })
