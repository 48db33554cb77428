import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Criterion } from '@zicha/core'
import type { Edition, FormDraft as DraftOnWire, FormDraftList } from './contract.ts'
import { newId } from './names.ts'
import { request, sendBytes } from './request.ts'

/** A row of an uploaded table; its criteria are those of core. */
export type DraftItem = Omit<DraftOnWire['items'][number], 'criteria'> & { readonly criteria: readonly Criterion[] }

/** An uploaded table as the bureau settles it, until it is published. */
export type FormDraft = Omit<DraftOnWire, 'items'> & { readonly items: readonly DraftItem[] }

export type Stretch = { readonly start: number; readonly end: number }

export type SettledRow = {
  readonly criteria: readonly Criterion[]
  readonly leftOut: readonly Stretch[]
  /** The row's own points, where they are other than the table's. */
  readonly points?: number
  /** False where a settling is taken back. */
  readonly settled?: boolean
}

export type DraftHead = { readonly title?: string; readonly sections?: readonly { readonly no: number; readonly name: string; readonly points: number }[] }

const drafts = ['form-drafts'] as const
const pathOf = (id: string): string => `/form-drafts/${encodeURIComponent(id)}`
const keyOf = (id: string) => [...drafts, id] as const

export const useFormDrafts = () =>
  useQuery({ queryKey: drafts, queryFn: ({ signal }) => request<FormDraftList>('/form-drafts?limit=200', { signal }) })

export const useFormDraft = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => request<FormDraft>(pathOf(id), { signal }) })

/** Choosing is uploading: the table is read, and a draft stands where it could be. */
export const useReadTable = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => sendBytes<FormDraft>(`${pathOf(newId())}/source`, file, file.name),
    onSuccess: (draft) => {
      client.setQueryData(keyOf(draft.id), draft)
      return client.invalidateQueries({ queryKey: drafts, exact: true })
    },
  })
}

/** One row as a person settled it. Refused (412) where somebody else changed the row since `version`. */
export const useSettleRow = (id: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly no: number; readonly version: number; readonly row: SettledRow }) =>
      request<DraftItem>(`${pathOf(id)}/items/${save.no}`, { method: 'PUT', body: save.row, ifMatch: save.version }),
    onSuccess: (saved) => {
      const before = client.getQueryData<FormDraft>(keyOf(id))
      if (before !== undefined) client.setQueryData(keyOf(id), withRow(before, saved))
      // What does not add up and what burdens schools is said of the whole table, so it is asked anew.
      void client.invalidateQueries({ queryKey: keyOf(id) })
    },
  })
}

const withRow = (draft: FormDraft, saved: DraftItem): FormDraft => {
  const items = draft.items.map((item) => (item.no === saved.no ? saved : item))
  return { ...draft, items, openCount: items.filter(({ open }) => open.length > 0).length }
}

/** The title, and what the sections weigh. */
export const useSettleHead = (draft: Pick<FormDraft, 'id' | 'version'>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DraftHead) => request<FormDraft>(pathOf(draft.id), { method: 'PUT', body, ifMatch: draft.version }),
    onSuccess: (saved) => client.setQueryData(keyOf(draft.id), saved),
    onError: () => client.invalidateQueries({ queryKey: keyOf(draft.id) }),
  })
}

/** The table as it stands on the server now, to be compared where two people changed one row. */
export const useReadDraftAnew = (id: string) => {
  const client = useQueryClient()
  return () => client.fetchQuery({ queryKey: keyOf(id), queryFn: () => request<FormDraft>(pathOf(id)), staleTime: 0 })
}

export const useDropDraft = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(pathOf(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: drafts, exact: true }),
  })
}

export const usePublishForm = (id: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly id: string; readonly edition: string }) =>
      request<Edition>(`${pathOf(id)}/publish`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries(),
  })
}
