import { useMutation, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { EntryBody, LedgerEntry } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Creates (no version) or changes (with the version it was read at). Marks, plan and list are read anew. */
export const useSaveEntry = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly id: string; readonly body: EntryBody; readonly version?: number }) =>
      request<LedgerEntry>(`${placePath(place)}/entries/${save.id}`, {
        method: 'PUT',
        body: save.body,
        ...(save.version === undefined ? {} : { ifMatch: save.version }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
