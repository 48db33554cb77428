import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { InspectionAnswer, InspectionBody, InspectionMark, SettleBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** Both columns; a colleague's marks of an item only beside the own one. */
export const inspectionQuery = (place: Place) => ({
  queryKey: [...placeKey(place), 'inspection'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    request<InspectionAnswer>(`${placePath(place)}/inspection`, { signal }),
})

export const useInspection = (place: Place) => useQuery(inspectionQuery(place))

/** The column is read again before a change of it ends; the stage, which a first mark moves, beside it. */
const readAgain = (client: QueryClient, place: Place) => {
  void client.invalidateQueries({ queryKey: [...placeKey(place), 'assessment'] })
  return client.invalidateQueries({ queryKey: inspectionQuery(place).queryKey })
}

/** One's own mark of one item; `version` where there is one already. */
export const useMarkItem = (place: Place, username: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mark: { readonly no: number; readonly body: InspectionBody; readonly version?: number }) =>
      request<InspectionMark>(`${placePath(place)}/inspections/${encodeURIComponent(username)}/items/${mark.no}`, {
        method: 'PUT',
        body: mark.body,
        ...(mark.version === undefined ? {} : { ifMatch: mark.version }),
      }),
    onSuccess: () => readAgain(client, place),
  })
}

/** The mark that two inspectors agreed on. */
export const useSettleItem = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settle: { readonly no: number; readonly body: SettleBody; readonly version?: number }) =>
      request<unknown>(`${placePath(place)}/inspection/settled/${settle.no}`, {
        method: 'PUT',
        body: settle.body,
        ...(settle.version === undefined ? {} : { ifMatch: settle.version }),
      }),
    onSuccess: () => readAgain(client, place),
  })
}
