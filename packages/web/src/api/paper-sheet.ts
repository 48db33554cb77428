import { useMutation, useQueryClient } from '@tanstack/react-query'
import { placeKey } from './assessment.ts'
import type { PaperSheet, PaperSheetAnswer, PaperSheetBody } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request, sendBytes } from './request.ts'

/** A school's own filled table beside what the system has. Nothing is kept. */
export const usePreviewSheet = (place: Place) =>
  useMutation({
    mutationFn: ({ bytes, name }: { readonly bytes: Blob; readonly name: string }) =>
      sendBytes<PaperSheet>(`${placePath(place)}/paper-sheet/preview`, bytes, name, undefined, 'POST'),
  })

/** Types in for the school what it sent, with the name that signed it. */
export const useFillFromPaper = (place: Place) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PaperSheetBody) => request<PaperSheetAnswer>(`${placePath(place)}/paper-sheet`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: placeKey(place) }),
  })
}
