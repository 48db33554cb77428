import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { LinkSheet, RosterAnswer, RosterBody, RosterPreview } from './contract.ts'
import { request, sendBytes } from './request.ts'

const under = (office: string): string => `/units/${encodeURIComponent(office)}`

/** What each school of a list would become, with the columns as found or as put right. Nothing is kept. */
export const usePreviewRoster = (office: string) =>
  useMutation({
    mutationFn: ({ bytes, name, columns }: { readonly bytes: Blob; readonly name: string; readonly columns?: readonly string[] }) =>
      sendBytes<RosterPreview>(
        `${under(office)}/roster/preview${columns === undefined ? '' : `?columns=${columns.join(',')}`}`,
        bytes,
        name,
        undefined,
        'POST',
      ),
  })

/** The chosen schools with their people, all or none; the same again changes nothing. */
export const useTakeRoster = (office: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RosterBody) => request<RosterAnswer>(`${under(office)}/roster`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** A one-time link each, shown this once, and the slips as a PDF; former links end. */
export const useMakeLinkSheet = (office: string) =>
  useMutation({
    mutationFn: (usernames: readonly string[]) =>
      request<LinkSheet>(`${under(office)}/link-sheet`, { method: 'POST', body: { usernames } }),
  })
