import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { ImportAnswer, ImportBody, ImportList, ImportPreview } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request, sendBytes } from './request.ts'

const keyOf = (place: Place) => [...placeKey(place), 'imports'] as const

/** What each row of an old list would become. Nothing is kept. */
export const usePreviewImport = (place: Place) =>
  useMutation({
    mutationFn: (list: { readonly bytes: Blob; readonly name: string }) =>
      sendBytes<ImportPreview>(`${placePath(place)}/imports/preview`, list.bytes, list.name, undefined, 'POST'),
  })

/** The chosen rows, all or none; the same `id` again is the same import. */
export const useImportRows = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: ImportBody }) =>
      request<ImportAnswer>(`${placePath(place)}/imports/${id}`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}

/** Earlier imports, newest first. */
export const useImports = (place: Place) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: async ({ signal }) => (await request<ImportList>(`${placePath(place)}/imports`, { signal })).items,
  })

/** Takes all entries of an import out again. */
export const useUndoImport = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<undefined>(`${placePath(place)}/imports/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
