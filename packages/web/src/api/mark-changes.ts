import { useQuery } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { MarkChanges } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** How the marks of an item came to be, newest first. */
export const useChangesOfItem = (place: Place, item: number) =>
  useQuery({
    queryKey: [...placeKey(place), 'mark-changes', 'item', item],
    queryFn: ({ signal }) => request<MarkChanges>(`${placePath(place)}/mark-changes?item=${item}`, { signal }),
  })

/** What was answered and set by hand since an instant; asked for nothing where there is none. */
export const useChangesSince = (place: Place, since: string | null) =>
  useQuery({
    queryKey: [...placeKey(place), 'mark-changes', 'since', since],
    queryFn: ({ signal }) => request<MarkChanges>(`${placePath(place)}/mark-changes?since=${encodeURIComponent(since ?? '')}`, { signal }),
    enabled: since !== null,
  })
