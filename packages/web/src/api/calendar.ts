import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Calendar, CalendarBody } from './contract.ts'
import { request } from './request.ts'

const pathOf = (bureau: string): string => `/units/${encodeURIComponent(bureau)}/calendar`

/** The semesters of a bureau: as it set them, or the usual ones. */
export const useCalendar = (bureau: string) =>
  useQuery({
    queryKey: ['calendar', bureau],
    queryFn: ({ signal }) => request<Calendar>(pathOf(bureau), { signal }),
  })

export const useSaveCalendar = (bureau: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly body: CalendarBody; readonly version: number }) =>
      request<Calendar>(pathOf(bureau), { method: 'PUT', body: save.body, ifMatch: save.version }),
    onSuccess: () => client.invalidateQueries(),
  })
}
