import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OneTimeLink, User, UserBody } from './contract.ts'
import { listAll } from './list-all.ts'
import { request } from './request.ts'

const key = ['users'] as const

/** The people of the own unit and of the units under it, by user name. */
export const usePeople = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => listAll<User>('/users', signal) })

/** A person's name for an account; the account itself until the people are known, or for what is none (团委). */
export const useNameOf = (): ((username: string) => string) => {
  const people = usePeople().data
  return (username) => people?.find((one) => one.username === username)?.name ?? username.replace(/\(链接\)$/u, '（链接）')
}

const pathOf = (username: string): string => `/users/${encodeURIComponent(username)}`

/** Makes a person (no version) or changes one (with the version read). */
export const useSavePerson = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly username: string; readonly body: UserBody; readonly version?: number }) =>
      request<User>(pathOf(save.username), {
        method: 'PUT',
        body: save.body,
        ...(save.version === undefined ? {} : { ifMatch: save.version }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

/** A one-time link for a new person or a forgotten password; an older one is void from then on. */
export const useMakeLink = () =>
  useMutation({
    mutationFn: (username: string) => request<OneTimeLink>(`${pathOf(username)}/link`, { method: 'POST' }),
  })
