import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormerUnits, GroupsAnswer, GroupsBody } from './contract.ts'
import { request } from './request.ts'

const pathOf = (round: string): string => `/rounds/${encodeURIComponent(round)}/groups`

/** The groups of a round: an inspector sees the own one. */
export const useGroups = (round: string) =>
  useQuery({
    queryKey: ['rounds', round, 'groups'],
    queryFn: ({ signal }) => request<GroupsAnswer>(pathOf(round), { signal }),
  })

/** `onSaved` is told even where the page is drawn anew from what was saved. */
export const useSaveGroups = (round: string, onSaved: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly body: GroupsBody; readonly version: number }) =>
      request<GroupsAnswer>(pathOf(round), { method: 'PUT', body: save.body, ifMatch: save.version }),
    onSuccess: () => {
      onSaved()
      return client.invalidateQueries()
    },
  })
}

const formerPath = (username: string): string => `/users/${encodeURIComponent(username)}/former-units`

/** Where an inspector worked before: read anew, so that the change is made on what stands. */
export const useSaveFormerUnits = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ username, units }: { readonly username: string; readonly units: readonly string[] }) => {
      const { version } = await request<FormerUnits>(formerPath(username), { fresh: true })
      return request<FormerUnits>(formerPath(username), { method: 'PUT', body: { units }, ifMatch: version })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds'] }),
  })
}
