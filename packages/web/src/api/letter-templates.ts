import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LetterTemplates } from './contract.ts'
import { base, request, sendBytes } from './request.ts'

const pathOf = (bureau: string): string => `/units/${encodeURIComponent(bureau)}/letter-templates`

export const useLetterTemplates = (bureau: string) =>
  useQuery({ queryKey: ['letter-templates', bureau], queryFn: ({ signal }) => request<LetterTemplates>(pathOf(bureau), { signal, fresh: true }) })

export const templateAddress = (bureau: string, kind: string): string => `${base}${pathOf(bureau)}/${kind}/source`

/** Back to the shipped template. */
export const useDropTemplate = (bureau: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (kind: string) => request<undefined>(`${pathOf(bureau)}/${kind}/source`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['letter-templates', bureau] }),
  })
}

/** A Word file in the place of the shipped one; what it names that the letter does not have is refused. */
export const usePutTemplate = (bureau: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, file }: { readonly kind: string; readonly file: File }) => sendBytes<undefined>(`${pathOf(bureau)}/${kind}/source`, file, file.name),
    onSettled: () => queries.invalidateQueries({ queryKey: ['letter-templates', bureau] }),
  })
}
