import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DrawAnswer, DrawBody, DrawList } from './contract.ts'
import { base, request } from './request.ts'

const pathOf = (round: string): string => `/rounds/${encodeURIComponent(round)}/draws`

/** The draws of a round, oldest first. */
export const useDraws = (round: string) =>
  useQuery({
    queryKey: ['rounds', round, 'draws'],
    queryFn: ({ signal }) => request<DrawList>(pathOf(round), { signal }),
  })

/** Makes a draw under a new name; one that was made is never made over. */
export const useMakeDraw = (round: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: DrawBody }) =>
      request<DrawAnswer>(`${pathOf(round)}/${id}`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds', round, 'draws'] }),
  })
}

export const drawRecordPath = (round: string, id: string, format: 'docx' | 'pdf'): string =>
  `${base}${pathOf(round)}/${id}/record?format=${format}`
