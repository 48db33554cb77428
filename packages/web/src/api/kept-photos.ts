import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeptPhotos, PhotoRemoval } from './contract.ts'
import { request } from './request.ts'

/** `at`: the address of a round, or of one unit in it. */
export const useKeptPhotos = (at: string) =>
  useQuery({ queryKey: ['kept-photos', at], queryFn: ({ signal }) => request<KeptPhotos>(`${at}/kept-photos`, { signal }) })

/** Deletes all photos whose keeping is over, some hundred a call; answers how many they were. */
export const useRemovePhotos = (at: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (): Promise<number> => {
      let removed = 0
      for (;;) {
        const part = await request<PhotoRemoval>(`${at}/kept-photos/removal`, { method: 'POST' })
        removed += part.removed
        if (part.left === 0 || part.removed === 0) return removed
      }
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['kept-photos', at] }), client.invalidateQueries({ queryKey: ['storage-facts'] })]),
  })
}
