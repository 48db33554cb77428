import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { DeletedEntries, LedgerEntry } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Records that were deleted and can still be taken back, newest first. */
export const useDeletedEntries = (place: Place) =>
  useQuery({
    queryKey: [...placeKey(place), 'deleted-entries'],
    queryFn: async ({ signal }) => (await request<DeletedEntries>(`${placePath(place)}/deleted-entries`, { signal })).items,
  })

export const useRestoreEntry = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<LedgerEntry>(`${placePath(place)}/entries/${id}/restore`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
